import { defineRecipe } from "../src/recipe.ts";
import { errorTexts } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { flatMapCases } from "./families/lodash/table-visits.ts";

export default defineRecipe({
  package: "lodash.flatmap",
  versions: "4.5.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  deviations: [errorTexts],
  exports: { default: flatMapCases },
});

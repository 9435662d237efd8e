import { defineRecipe } from "../src/recipe.ts";
import { errorTexts, ownMethods } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { someCases } from "./families/lodash/table-visits.ts";

export default defineRecipe({
  package: "lodash.some",
  versions: "4.6.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  deviations: [errorTexts, ownMethods],
  exports: { default: someCases },
});

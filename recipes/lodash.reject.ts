import { defineRecipe } from "../src/recipe.ts";
import { errorTexts, noReceiver, ownMethods } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { rejectCases } from "./families/lodash/table-visits.ts";

export default defineRecipe({
  package: "lodash.reject",
  versions: "4.6.0",
  replacement: "a native method, or a function of your own",
  floor: anyFloor,
  deviations: [errorTexts, ownMethods, noReceiver],
  exports: { default: rejectCases },
});

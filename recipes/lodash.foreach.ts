import { defineRecipe } from "../src/recipe.ts";
import { errorTexts, ownMethods } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { forEachCasesAlone } from "./families/lodash/table-visits.ts";

export default defineRecipe({
  package: "lodash.foreach",
  versions: "4.5.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [errorTexts, ownMethods],
  exports: {
    default: forEachCasesAlone,
  },
});

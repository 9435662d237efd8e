import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { olderStartCase } from "./families/lodash/older-words.ts";

export default defineRecipe({
  package: "lodash.startcase",
  versions: "4.4.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: olderStartCase },
});

import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { olderCamelCase } from "./families/lodash/older-words.ts";

export default defineRecipe({
  package: "lodash.camelcase",
  versions: "4.3.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: olderCamelCase },
});

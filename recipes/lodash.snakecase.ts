import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { olderSnakeCase } from "./families/lodash/older-words.ts";

export default defineRecipe({
  package: "lodash.snakecase",
  versions: "4.1.1",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: olderSnakeCase },
});

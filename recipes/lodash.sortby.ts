import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { sortByPairs } from "./families/lodash/sort.ts";

export default defineRecipe({
  package: "lodash.sortby",
  versions: "4.7.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: sortByPairs },
});

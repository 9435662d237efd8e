import { defineRecipe } from "../src/recipe.ts";
import { textsOfLists } from "./families/lodash/deviations.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { deburr } from "./families/lodash/words.ts";

export default defineRecipe({
  package: "lodash.deburr",
  versions: "4.1.0",
  replacement: "a function of your own",
  floor: anyFloor,
  deviations: [textsOfLists],
  exports: { default: deburr },
});

import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { toArray } from "./families/lodash/language.ts";

export default defineRecipe({
  package: "lodash.toarray",
  versions: "4.4.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: toArray },
});

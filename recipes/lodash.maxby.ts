import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { maxBy } from "./families/lodash/maths.ts";

export default defineRecipe({
  package: "lodash.maxby",
  versions: "4.6.0",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: maxBy },
});

import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";

export default defineRecipe({
  package: "lodash.isarray",
  versions: "4.0.0",
  replacement: "Array.isArray",
  floor: anyFloor,
  exports: { default: Array.isArray },
});

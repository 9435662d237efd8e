import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-array-buffer",
  versions: ">=3.0.0 <4",
  replacement: "util.types.isArrayBuffer",
  floor: { node: "10.0.0" },
  exports: { default: types.isArrayBuffer },
});

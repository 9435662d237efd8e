import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-shared-array-buffer",
  versions: ">=1.0.0 <2",
  replacement: "util.types.isSharedArrayBuffer",
  floor: { node: "10.0.0" },
  exports: { default: types.isSharedArrayBuffer },
});

import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-typed-array",
  versions: ">=1.1.11 <2",
  replacement: "util.types.isTypedArray",
  floor: { node: "10.0.0" },
  exports: { default: types.isTypedArray },
});

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "isarray",
  versions: ">=0.0.0 <3",
  replacement: "Array.isArray",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: Array.isArray },
  identical: true,
});

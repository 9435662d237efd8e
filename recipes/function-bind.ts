import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "function-bind",
  versions: ">=1.1.0 <2",
  replacement: "Function.prototype.bind",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: Function.prototype.bind },
  identical: true,
});

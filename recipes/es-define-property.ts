import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "es-define-property",
  versions: ">=1.0.0 <2",
  replacement: "Object.defineProperty",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: Object.defineProperty },
  identical: true,
});

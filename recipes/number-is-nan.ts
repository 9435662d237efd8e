import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "number-is-nan",
  versions: ">=1.0.0 <4",
  replacement: "Number.isNaN",
  floor: { node: "0.12.0", baseline: "2015-07" },
  exports: { default: Number.isNaN },
});

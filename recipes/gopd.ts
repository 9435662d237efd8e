import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "gopd",
  versions: ">=1.0.1 <2",
  replacement: "Object.getOwnPropertyDescriptor",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: Object.getOwnPropertyDescriptor },
  identical: true,
});

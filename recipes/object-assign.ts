import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object-assign",
  versions: ">=1.0.0 <5",
  replacement: "Object.assign",
  floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: Object.assign },
});

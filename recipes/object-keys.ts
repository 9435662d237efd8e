import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object-keys",
  versions: ">=1.1.0 <2",
  replacement: "Object.keys",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: Object.keys, shim: () => Object.keys },
});

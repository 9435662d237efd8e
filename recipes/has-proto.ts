import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "has-proto",
  versions: ">=1.0.0 <2",
  replacement: "true",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: {
    /** Tells that __proto__ sets a prototype. */
    default: () => true,
  },
});

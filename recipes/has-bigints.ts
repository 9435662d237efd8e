import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "has-bigints",
  versions: ">=1.0.0 <2",
  replacement: "true",
  floor: { node: "10.4.0", baseline: "2020-09" },
  exports: {
    /** Tells that there are bigints. */
    default: () => true,
  },
});

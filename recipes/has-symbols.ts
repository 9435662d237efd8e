import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "has-symbols",
  versions: ">=1.0.0 <2",
  replacement: "true",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: {
    /** Tells that there are symbols. */
    default: () => true,
  },
  subpaths: { "./shams": { default: () => true } },
});

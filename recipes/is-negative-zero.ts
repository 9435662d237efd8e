import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-negative-zero",
  versions: ">=2.0.0 <3",
  replacement: "Object.is",
  floor: { node: "0.12.0", baseline: "2015-07" },
  exports: {
    /** Tells whether a value is -0. */
    default: (value: unknown) => Object.is(value, -0),
  },
});

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "promise.any",
  versions: ">=1.0.0 <3",
  replacement: "Promise.any",
  floor: { node: "15.0.0", baseline: "2020-09" },
  dropSideEffect: true,
  exports: {
    /** The first of some promises that is fulfilled. */
    default: (promises: unknown) => Promise.any(promises as Iterable<unknown>),
    getPolyfill: () => Promise.any,
    shim: () => Promise.any,
  },
  subpaths: { "./auto": {} },
});

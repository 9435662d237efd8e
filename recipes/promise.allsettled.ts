import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "promise.allsettled",
  versions: ">=1.0.0 <2",
  replacement: "Promise.allSettled",
  floor: { node: "12.9.0", baseline: "2020-07" },
  dropSideEffect: true,
  exports: {
    /** Waits until every promise of a list has ended, and tells how. */
    default: (promises: unknown) => Promise.allSettled(promises as Iterable<unknown>),
    getPolyfill: () => Promise.allSettled,
    shim: () => Promise.allSettled,
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-nan",
  versions: ">=1.2.0 <2",
  replacement: "Number.isNaN",
  floor: { node: "0.12.0", baseline: "2015-07" },
  dropSideEffect: true,
  exports: { default: Number.isNaN, getPolyfill: () => Number.isNaN, shim: () => Number.isNaN },
  subpaths: { "./auto": {} },
});

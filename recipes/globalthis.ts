import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "globalthis",
  versions: ">=1.0.0 <2",
  replacement: "globalThis",
  floor: { node: "12.0.0", baseline: "2020-01" },
  dropSideEffect: true,
  exports: { default: () => globalThis, getPolyfill: () => globalThis, shim: () => globalThis },
  subpaths: { "./auto": {} },
});

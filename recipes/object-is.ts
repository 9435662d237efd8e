import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object-is",
  versions: ">=1.1.0 <2",
  replacement: "Object.is",
  floor: { node: "0.12.0", baseline: "2015-07" },
  dropSideEffect: true,
  exports: { default: Object.is, getPolyfill: () => Object.is, shim: () => Object.is },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object.values",
  versions: ">=1.0.4 <2",
  replacement: "Object.values",
  floor: { node: "7.0.0", baseline: "2017-03" },
  dropSideEffect: true,
  exports: { default: Object.values, getPolyfill: () => Object.values, shim: () => Object.values },
  subpaths: { "./auto": {} },
});

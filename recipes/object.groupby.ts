import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object.groupby",
  versions: ">=1.0.0 <2",
  replacement: "Object.groupBy",
  floor: { node: "21.0.0", baseline: "2024-03" },
  dropSideEffect: true,
  exports: { default: Object.groupBy, getPolyfill: () => Object.groupBy, shim: () => Object.groupBy },
  subpaths: { "./auto": {} },
});

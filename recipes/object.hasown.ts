import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object.hasown",
  versions: ">=1.0.0 <2",
  replacement: "Object.hasOwn",
  floor: { node: "16.9.0", baseline: "2021-12" },
  dropSideEffect: true,
  exports: { default: Object.hasOwn, getPolyfill: () => Object.hasOwn, shim: () => Object.hasOwn },
  subpaths: { "./auto": {} },
});

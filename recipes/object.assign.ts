import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object.assign",
  versions: ">=4.0.4 <5",
  replacement: "Object.assign",
  floor: { node: "5.0.0", baseline: "2015-09" },
  dropSideEffect: true,
  exports: { default: Object.assign, getPolyfill: () => Object.assign, shim: () => Object.assign },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object.fromentries",
  versions: ">=1.0.0 <3",
  replacement: "Object.fromEntries",
  floor: { node: "12.0.0", baseline: "2020-01" },
  dropSideEffect: true,
  exports: { default: Object.fromEntries, getPolyfill: () => Object.fromEntries, shim: () => Object.fromEntries },
  subpaths: { "./auto": {} },
});

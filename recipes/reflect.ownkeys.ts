import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "reflect.ownkeys",
  versions: ">=1.0.1 <2",
  replacement: "Reflect.ownKeys",
  floor: { node: "6.0.0", baseline: "2016-09" },
  dropSideEffect: true,
  exports: { default: Reflect.ownKeys, getPolyfill: () => Reflect.ownKeys, shim: () => Reflect.ownKeys },
  subpaths: { "./auto": {} },
});

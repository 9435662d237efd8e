import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "reflect.getprototypeof",
  versions: ">=1.0.0 <2",
  replacement: "Reflect.getPrototypeOf",
  floor: { node: "6.0.0", baseline: "2016-09" },
  dropSideEffect: true,
  exports: {
    default: Reflect.getPrototypeOf,
    getPolyfill: () => Reflect.getPrototypeOf,
    shim: () => Reflect.getPrototypeOf,
  },
  subpaths: { "./auto": {} },
});

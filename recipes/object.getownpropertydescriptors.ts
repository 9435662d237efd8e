import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object.getownpropertydescriptors",
  versions: ">=2.1.1 <3",
  replacement: "Object.getOwnPropertyDescriptors",
  floor: { node: "7.0.0", baseline: "2017-03" },
  dropSideEffect: true,
  exports: {
    default: Object.getOwnPropertyDescriptors,
    getPolyfill: () => Object.getOwnPropertyDescriptors,
    shim: () => Object.getOwnPropertyDescriptors,
  },
  subpaths: { "./auto": {} },
});

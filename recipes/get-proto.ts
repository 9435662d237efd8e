import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "get-proto",
  versions: ">=1.0.0 <2",
  replacement: "Reflect.getPrototypeOf",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: Reflect.getPrototypeOf },
  subpaths: {
    "./Reflect.getPrototypeOf": { default: Reflect.getPrototypeOf },
    "./Object.getPrototypeOf": { default: Object.getPrototypeOf },
  },
});

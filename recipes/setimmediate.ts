import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "setimmediate",
  versions: ">=1.0.3 <2",
  replacement: "setImmediate",
  floor: { node: "0.10.0" },
  dropSideEffect: true,
  exports: {},
});

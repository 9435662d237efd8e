import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "object.entries",
  versions: ">=1.0.4 <2",
  replacement: "Object.entries",
  floor: { node: "7.0.0", baseline: "2017-03" },
  dropSideEffect: true,
  exports: { default: Object.entries },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "es6-promise",
  versions: ">=4.0.5 <5",
  replacement: "Promise",
  floor: { node: "4.0.0", baseline: "2015-09" },
  exports: {},
  subpaths: {
    "./auto": {},
    "./auto.js": {},
  },
});

import { defineRecipe } from "../src/recipe.ts";

// The package hands out the native Promise wherever there is one.
export default defineRecipe({
  package: "pinkie-promise",
  versions: ">=1.0.0 <3",
  replacement: "Promise",
  floor: { node: "0.12.0", baseline: "2015-07" },
  exports: { default: Promise },
  identical: true,
});

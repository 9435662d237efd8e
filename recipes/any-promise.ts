import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "any-promise",
  versions: ">=1.0.0 <2",
  replacement: "Promise",
  floor: { node: "0.12.0", baseline: "2015-07" },
  deviations: [
    {
      severity: "observable",
      beside: "any-promise",
      note: "Promises are those of the language, where another kind may have been registered with any-promise.",
    },
  ],
  exports: { default: Promise },
  identical: true,
});

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "functions-have-names",
  versions: ">=1.2.0 <2",
  replacement: "true",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: {
    /** Tells that functions have names. */
    default: () => true,
    functionsHaveConfigurableNames: () => true,
    boundFunctionsHaveNames: () => true,
  },
});

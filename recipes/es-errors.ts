import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "es-errors",
  versions: "1.3.0",
  replacement: "the errors of the language",
  floor: { node: "4.0.0", baseline: "2015-07" },
  exports: { default: Error },
  subpaths: {
    "./eval": { default: EvalError },
    "./range": { default: RangeError },
    "./ref": { default: ReferenceError },
    "./syntax": { default: SyntaxError },
    "./type": { default: TypeError },
    "./uri": { default: URIError },
  },
  identical: true,
});

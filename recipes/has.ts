import { defineRecipe } from "../src/recipe.ts";
import { hasOwnCases, orderOfErrors } from "./families/has-own.ts";

export default defineRecipe({
  package: "has",
  versions: ">=1.0.0 <2",
  replacement: "Object.hasOwn",
  floor: { node: "0.10.0", baseline: "2015-07" },
  deviations: [orderOfErrors],
  exports: { default: hasOwnCases },
});

import { defineRecipe } from "../src/recipe.ts";
import { hasOwnCases, orderOfErrors } from "./families/has-own.ts";

export default defineRecipe({
  package: "hasown",
  versions: ">=2.0.0 <3",
  replacement: "Object.hasOwn",
  floor: { node: "0.10.0", baseline: "2015-07" },
  deviations: [orderOfErrors],
  exports: { default: hasOwnCases },
});

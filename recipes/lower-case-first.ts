import { defineRecipe } from "../src/recipe.ts";
import { lowerCaseFirst } from "./families/cases.ts";

export default defineRecipe({
  package: "lower-case-first",
  versions: ">=2.0.0 <=3.0.0",
  replacement: "a function of your own",
  floor: { node: "8.3.0", baseline: "2020-01" },
  exports: { lowerCaseFirst },
});

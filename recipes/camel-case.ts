import { defineRecipe } from "../src/recipe.ts";
import { camelCase } from "./families/cases.ts";

export default defineRecipe({
  package: "camel-case",
  versions: ">=4.0.0 <5",
  replacement: "a function of your own",
  floor: { node: "8.3.0", baseline: "2020-01" },
  exports: { camelCase },
});

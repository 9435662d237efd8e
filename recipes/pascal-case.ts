import { defineRecipe } from "../src/recipe.ts";
import { pascalCase } from "./families/cases.ts";

export default defineRecipe({
  package: "pascal-case",
  versions: ">=3.0.0 <4",
  replacement: "a function of your own",
  floor: { node: "8.3.0", baseline: "2020-01" },
  exports: { pascalCase },
});

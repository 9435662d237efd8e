import { defineRecipe } from "../src/recipe.ts";
import { capitalCase } from "./families/cases.ts";

export default defineRecipe({
  package: "capital-case",
  versions: ">=1.0.0 <2",
  replacement: "a function of your own",
  floor: { node: "8.3.0", baseline: "2020-01" },
  exports: { capitalCase },
});

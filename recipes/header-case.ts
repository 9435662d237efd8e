import { defineRecipe } from "../src/recipe.ts";
import { headerCase } from "./families/cases.ts";

export default defineRecipe({
  package: "header-case",
  versions: ">=2.0.0 <3",
  replacement: "a function of your own",
  floor: { node: "8.3.0", baseline: "2020-01" },
  exports: { headerCase },
});

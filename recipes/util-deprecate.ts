import { deprecate } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

// On Node the package is a re-export of this very function.
export default defineRecipe({
  package: "util-deprecate",
  versions: ">=1.0.0 <2",
  replacement: "util.deprecate",
  floor: { node: "0.8.0" },
  exports: { default: deprecate },
  identical: true,
});

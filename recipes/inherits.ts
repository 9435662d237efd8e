import { inherits } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

// On Node the package is a re-export of this very function.
export default defineRecipe({
  package: "inherits",
  versions: ">=2 <3",
  replacement: "util.inherits",
  floor: { node: "0.10.0" },
  exports: { default: inherits },
  identical: true,
});

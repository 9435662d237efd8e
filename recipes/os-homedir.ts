import { homedir } from "node:os";
import { defineRecipe } from "../src/recipe.ts";

// Where Node has it, the package is this very function.
export default defineRecipe({
  package: "os-homedir",
  versions: ">=1 <3",
  replacement: "os.homedir",
  floor: { node: "4.0.0" },
  exports: { default: homedir },
  identical: true,
});

import { homedir } from "node:os";
import { defineRecipe } from "../src/recipe.ts";

/** The home directory of the user, as it was when this was loaded. */
const userHome = homedir();

export default defineRecipe({
  package: "user-home",
  versions: ">=2 <4",
  replacement: "os.homedir",
  floor: { node: "4.0.0" },
  exports: { default: userHome },
});

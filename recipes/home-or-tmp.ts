import { homedir, tmpdir } from "node:os";
import { defineRecipe } from "../src/recipe.ts";

/** The home directory of the user, or that for temporary files, as it was when this was loaded. */
const homeOrTemporary = homedir() || tmpdir();

export default defineRecipe({
  package: "home-or-tmp",
  versions: "3.0.0",
  replacement: "os.homedir and os.tmpdir",
  floor: { node: "4.0.0" },
  exports: { default: homeOrTemporary },
});

import { realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { defineRecipe } from "../src/recipe.ts";

/** The real path of the directory for temporary files. */
const temporaryDirectory = realpathSync(tmpdir());

export default defineRecipe({
  package: "temp-dir",
  versions: ">=1.0.0 <=3.0.0",
  replacement: "os.tmpdir and fs.realpath",
  floor: { node: "6.0.0" },
  exports: { default: temporaryDirectory },
});

import { realpath, realpathSync } from "node:fs";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "fs.realpath",
  versions: "1.0.0",
  replacement: "fs.realpath",
  floor: { node: "6.4.0" },
  exports: {
    default: [(path: string, callback: (error: Error | null, found: string) => void) => realpath(path, callback)],
    realpath: [(path: string, callback: (error: Error | null, found: string) => void) => realpath(path, callback)],
    sync: [(path: string) => realpathSync(path)],
    realpathSync: [(path: string) => realpathSync(path)],
  },
});

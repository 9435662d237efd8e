import { access, existsSync } from "node:fs";
import { access as accessPromise } from "node:fs/promises";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "path-exists",
    versions: ">=2 <4",
    replacement: "fs.access, fs.existsSync",
    floor: { node: "6.0.0" },
    exports: {
      /** Whether a path exists. */
      default: (path: unknown) =>
        new Promise<boolean>((resolve) => access(path as string, (error) => resolve(error === null))),
      sync: existsSync,
    },
  },
  {
    package: "path-exists",
    versions: "4.0.0",
    replacement: "fs.access, fs.existsSync",
    floor: { node: "14.0.0" },
    exports: { default: pathExists, sync: existsSync },
  },
  {
    package: "path-exists",
    versions: "5.0.0",
    replacement: "fs.access, fs.existsSync",
    floor: { node: "14.0.0" },
    exports: { pathExists, pathExistsSync: existsSync },
  },
);

/** Whether a path exists. */
function pathExists(path: unknown) {
  return accessPromise(path as string).then(
    () => true,
    () => false,
  );
}

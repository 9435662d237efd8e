import { createRequire } from "node:module";
import { resolve } from "node:path";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "import-from",
  versions: "4.0.0",
  replacement: "module.createRequire",
  floor: { node: "12.2.0" },
  exports: { default: importFrom, silent },
});

function importFrom(directory: string, id: string): unknown;
/** What require() of a module gives in a directory. */
function importFrom(directory: unknown, id: unknown): unknown {
  return createRequire(resolve(directory as string, "noop.js"))(id as string);
}

function silent(directory: string, id: string): unknown;
/** What require() of a module gives in a directory; undefined where it fails. */
function silent(directory: unknown, id: unknown): unknown {
  try {
    return importFrom(directory as string, id as string);
  } catch {
    return undefined;
  }
}

import { realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "resolve-from",
    versions: "5.0.0",
    replacement: "module.createRequire",
    floor: { node: "12.2.0" },
    exports: { default: resolveFrom, silent },
  },
  {
    package: "resolve-from",
    versions: "4.0.0",
    replacement: "module.createRequire",
    floor: { node: "12.2.0" },
    exports: { default: resolveFrom, silent: silentNull },
  },
);

function resolveFrom(directory: string, id: string): string;
/** The file that require() of a module leads to in a directory. */
function resolveFrom(directory: unknown, id: unknown): string {
  if (typeof directory !== "string")
    throw new TypeError(`Expected \`fromDir\` to be of type \`string\`, got \`${typeof directory}\``);
  if (typeof id !== "string")
    throw new TypeError(`Expected \`moduleId\` to be of type \`string\`, got \`${typeof id}\``);
  return createRequire(join(realOrAbsolute(directory), "noop.js")).resolve(id);
}

function silent(directory: string, id: string): string | undefined;
/** The file that require() of a module leads to in a directory; undefined where there is none. */
function silent(directory: unknown, id: unknown): string | undefined {
  if (typeof directory !== "string" || typeof id !== "string") return resolveFrom(directory as string, id as string);
  try {
    return resolveFrom(directory, id);
  } catch {
    return undefined;
  }
}

function realOrAbsolute(directory: string): string {
  try {
    return realpathSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return resolve(directory);
    throw error;
  }
}

function silentNull(directory: string, id: string): string | null;
/** The file that require() of a module leads to in a directory; null where there is none. */
function silentNull(directory: unknown, id: unknown): string | null {
  return silent(directory as string, id as string) || null;
}

import { builtinModules } from "node:module";
import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "is-builtin-module",
  versions: "3.2.1",
  replacement: "module.builtinModules",
  floor: { node: "6.13.0" },
  exports: { default: isBuiltinModule },
});

function isBuiltinModule(name: string): boolean;
/** Tells whether this Node has a module of that name, with or without `node:` before it or a path behind. */
function isBuiltinModule(name: unknown): boolean {
  if (typeof name !== "string") throw new TypeError("Expected a string");
  const bare = name.replace(/^node:/, "").replace(/\/[^]+$/, "");
  return !/^_|\/|^sys$/.test(bare) && builtinModules.includes(bare);
}

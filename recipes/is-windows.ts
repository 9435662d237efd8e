import { defineRecipe } from "../src/recipe.ts";

/** Tells whether this is Windows, or a shell of Cygwin or MSYS on it. */
function isWindows(): boolean {
  const { OSTYPE: shell } = process.env;
  return process.platform === "win32" || shell === "msys" || shell === "cygwin";
}

export default defineRecipe({
  package: "is-windows",
  versions: ">=1.0.0 <2",
  replacement: "process.platform",
  floor: { node: "0.10.0" },
  exports: { default: isWindows },
});

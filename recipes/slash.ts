import { defineRecipe } from "../src/recipe.ts";

/** Puts slashes for the backslashes of a Windows path, unless it is a long one. */
function slash(path: unknown): string {
  const isLong = (path as string).startsWith("\\\\?\\");
  return isLong ? (path as string) : (path as string).replace(/\\/g, "/");
}

/** Puts slashes for the backslashes of a Windows path, unless it is a long one or has letters beyond ASCII. */
function slashPlain(path: unknown): string {
  const isKept = /^\\\\\?\\|[^\u0000-\u0080]/.test(path as string);
  return isKept ? (path as string) : (path as string).replace(/\\/g, "/");
}

export default defineRecipe(
  {
    package: "slash",
    versions: "5.1.0",
    replacement: "String.prototype.replace",
    floor: { node: "4.0.0", baseline: "2015-09" },
    exports: { default: slash },
  },
  {
    package: "slash",
    versions: "3.0.0",
    replacement: "String.prototype.replace",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { default: slashPlain },
  },
);

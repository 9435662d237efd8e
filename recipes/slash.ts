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
    versions: ">=5.0.0 <5.1",
    replacement: "String.prototype.replace",
    floor: { node: "4.0.0", baseline: "2015-09" },
    deviations: [{ severity: "message", note: "The TypeError for what is no text names another method." }],
    exports: { default: slash },
  },
  {
    package: "slash",
    versions: ">=3.0.0 <5",
    replacement: "String.prototype.replace",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { default: slashPlain },
  },
  {
    package: "slash",
    versions: ">=1.0.0 <3",
    replacement: "String.prototype.replace",
    floor: { node: "0.10.0", baseline: "2015-07" },
    deviations: [{ severity: "message", note: "The TypeError for what is no text names another variable." }],
    exports: { default: slashPlain },
  },
);

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "normalize-path",
  versions: "3.0.0",
  replacement: "String.prototype.replace",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: normalizePath },
});

function normalizePath(path: string, dropsLast?: boolean): string;
/** A path with one slash for each run of slashes and backslashes, and none at its end unless that is kept by false. */
function normalizePath(path: unknown, dropsLast?: unknown): string {
  if (typeof path !== "string") throw new TypeError("expected path to be a string");
  if (path.length <= 1) return path === "\\" ? "/" : path;
  // A namespace of Windows: \\?\ or \\.\ before the path.
  const isNamespace = path.length > 4 && /^\\\\[?.]\\/.test(path);
  const text = (isNamespace ? path.slice(2) : path).replace(/[/\\]+/g, "/");
  const isCut = dropsLast !== false && text.endsWith("/");
  return (isNamespace ? "//" : "") + (isCut ? text.slice(0, -1) : text);
}

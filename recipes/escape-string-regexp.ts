import { defineRecipe } from "../src/recipe.ts";

/** Escapes what is special in a regular expression. */
function escapeRegExp(text: unknown): string {
  if (typeof text !== "string") throw new TypeError("Expected a string");
  return text.replace(/[|\\{}()[\]^$+*?.]/g, "\\$&").replace(/-/g, "\\x2d");
}

/** Escapes what is special in a regular expression. */
function escapeRegExpUnicode(text: unknown): string {
  if (typeof text !== "string") throw new TypeError("Expected a string");
  return text.replace(/[|\\{}()[\]^$+*?.]/g, "\\$&").replace(/-/g, "\\u002d");
}

/** Escapes what is special in a regular expression. */
function escapeRegExpDash(text: unknown): string {
  if (typeof text !== "string") throw new TypeError("Expected a string");
  return text.replace(/[|\\{}()[\]^$+*?.-]/g, "\\$&");
}

/** Escapes what is special in a regular expression. */
function escapeRegExpPlain(text: unknown): string {
  if (typeof text !== "string") throw new TypeError("Expected a string");
  return text.replace(/[|\\{}()[\]^$+*?.]/g, "\\$&");
}

export default defineRecipe(
  {
    package: "escape-string-regexp",
    versions: ">=4.0.0 <6",
    replacement: "String.prototype.replace",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { default: escapeRegExp },
  },
  {
    package: "escape-string-regexp",
    versions: "3.0.0",
    replacement: "String.prototype.replace",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { default: escapeRegExpUnicode },
  },
  {
    package: "escape-string-regexp",
    versions: "2.0.0",
    replacement: "String.prototype.replace",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: {
      default: escapeRegExpDash,
    },
  },
  {
    package: "escape-string-regexp",
    versions: ">=1.0.0 <2",
    replacement: "String.prototype.replace",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: {
      default: escapeRegExpPlain,
    },
  },
);

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "detect-newline",
    versions: "3.1.0",
    replacement: "a count of line ends",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { default: detectNewline, graceful: detectNewlineGraceful },
  },
  {
    package: "detect-newline",
    versions: ">=4.0.0 <5",
    replacement: "a count of line ends",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { detectNewline, detectNewlineGraceful },
  },
);

function detectNewline(text: string): "\r\n" | "\n" | undefined;
/** The line end that a text has more of, `\n` where there are as many; undefined for a single line. */
function detectNewline(text: unknown): string | undefined {
  if (typeof text !== "string") throw new TypeError("Expected a string");
  const all = text.split("\n").length - 1;
  const wide = text.split("\r\n").length - 1;
  if (all === 0) return undefined;
  return wide > all - wide ? "\r\n" : "\n";
}

function detectNewlineGraceful(text?: unknown): "\r\n" | "\n";
/** The line end that a text has more of; `\n` for a single line, and for what is no text. */
function detectNewlineGraceful(text?: unknown): string {
  return (typeof text === "string" && detectNewline(text)) || "\n";
}

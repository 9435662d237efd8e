import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "strip-indent",
  versions: ">=1.0.0 <=4.1.1",
  replacement: "String.prototype.replace",
  floor: { node: "0.10.0", baseline: "2015-07" },
  deviations: [{ severity: "message", note: "The TypeError for something that is no string reads differently." }],
  exports: { default: stripIndent },
});

function stripIndent(text: string): string;
/** A text without the spaces and tabs that all of its lines begin with; lines of nothing else do not count. */
function stripIndent(text: unknown): string {
  const indents = (text as string).match(/^[ \t]*(?=\S)/gm);
  const least = (indents || []).reduce((shortest, each) => Math.min(shortest, each.length), Infinity);
  if (indents === null || least === 0) return text as string;
  return (text as string).replace(new RegExp(`^[ \\t]{${least}}`, "gm"), "");
}

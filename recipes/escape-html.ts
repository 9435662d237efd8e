import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "escape-html",
  versions: "1.0.3",
  replacement: "String.prototype.replace",
  floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: escapeHtml },
});

const entities: Readonly<Record<string, string>> = {
  '"': "&quot;",
  "'": "&#39;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

function escapeHtml(text: string): string;
/** Makes any text safe to stand in HTML, in an attribute too. */
function escapeHtml(text: unknown): string {
  return ("" + (text as string)).replace(/["'&<>]/g, (character) => entities[character] as string);
}

import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "upper-case",
  versions: ">=2.0.0 <4",
  replacement: "String.prototype.toUpperCase",
  floor: { node: "0.10.0", baseline: "2015-07" },
  deviations: [{ severity: "message", note: "The TypeError for something that is no string reads differently." }],
  exports: { upperCase: [(text: string) => text.toUpperCase(), upper] },
});

/** A text in capital letters. */
function upper(text: unknown): string {
  return (text as string).toUpperCase();
}

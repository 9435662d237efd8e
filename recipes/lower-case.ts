import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "lower-case",
  versions: ">=2.0.0 <4",
  replacement: "String.prototype.toLowerCase",
  floor: { node: "0.10.0", baseline: "2015-07" },
  deviations: [{ severity: "message", note: "The TypeError for something that is no string reads differently." }],
  exports: { lowerCase: [(text: string) => text.toLowerCase(), lower] },
});

/** A text in small letters. */
function lower(text: unknown): string {
  return (text as string).toLowerCase();
}

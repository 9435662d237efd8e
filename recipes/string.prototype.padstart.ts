import { defineRecipe } from "../src/recipe.ts";

/** Fills a text at its start until it has a length. */
function fillStart(text: unknown, length?: unknown, fill?: unknown): string {
  const { padStart } = String.prototype;
  return Reflect.apply(padStart, text, [length, fill]);
}

export default defineRecipe({
  package: "string.prototype.padstart",
  versions: ">=3.1.0 <4",
  replacement: "String.prototype.padStart",
  floor: { node: "8.0.0", baseline: "2017-04" },
  deviations: [{ severity: "message", note: "The TypeError for null and undefined has another text." }],
  dropSideEffect: true,
  exports: {
    default: [
      (text: string | number, length: number, fill: string = " ") => String(text).padStart(length, fill),
      fillStart,
    ],
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

/** Tells whether an array, or anything with a length, includes a value. */
function includesIn(list: unknown, value?: unknown, from?: unknown): boolean {
  const { includes } = Array.prototype;
  return Reflect.apply(includes, list, [value, from]);
}

export default defineRecipe({
  package: "array-includes",
  versions: ">=3.0.2 <4",
  replacement: "Array.prototype.includes",
  floor: { node: "6.0.0", baseline: "2016-08" },
  deviations: [{ severity: "message", note: "The TypeError for null and undefined has another text." }],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], value: unknown) => list.includes(value),
      (list: readonly unknown[], value: unknown, from: number) => list.includes(value, from),
      includesIn,
    ],
  },
  subpaths: { "./auto": {} },
});

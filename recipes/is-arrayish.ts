import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a list, or has a length and the method splice of one. */
function isArrayish(value: unknown): boolean {
  if (!value) return false;
  if (value instanceof Array || Array.isArray(value)) return true;
  const { length } = value as { readonly length: number };
  return length >= 0 && (value as { readonly splice: unknown }).splice instanceof Function;
}

export default defineRecipe({
  package: "is-arrayish",
  versions: "0.2.1",
  replacement: "Array.isArray, or a look at length and splice",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: [(_list: readonly unknown[]) => true, isArrayish] },
});

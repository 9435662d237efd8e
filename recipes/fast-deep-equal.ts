import { defineRecipe } from "../src/recipe.ts";

type Properties = Record<string, unknown>;

export default defineRecipe({
  package: "fast-deep-equal",
  versions: ">=3 <4",
  replacement: "a recursive comparison",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: equal },
});

/** Tells whether two values are equal in depth: lists and objects by their parts, dates and patterns by what they say. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const isPair = a && b && typeof a === "object" && typeof b === "object";
  if (!isPair) return a !== a && b !== b;
  if (a.constructor !== b.constructor) return false;
  if (Array.isArray(a)) return equalLists(a, b as unknown[]);
  if (a.constructor === RegExp) {
    const [pattern, other] = [a as RegExp, b as RegExp];
    return pattern.source === other.source && pattern.flags === other.flags;
  }
  if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
  if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
  // From the last key to the first: a getter can tell.
  const keys = Object.keys(a).reverse();
  if (keys.length !== Object.keys(b).length) return false;
  if (!keys.every((key) => Object.prototype.hasOwnProperty.call(b, key))) return false;
  return keys.every((key) => equal((a as Properties)[key], (b as Properties)[key]));
}

function equalLists(a: unknown[], b: unknown[]): boolean {
  let at = a.length;
  if (at !== b.length) return false;
  while (at-- > 0) if (!equal(a[at], b[at])) return false;
  return true;
}

import { defineRecipe } from "../src/recipe.ts";

/** A sorted copy of a list. */
function toSortedOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.toSorted, list, rest);
}

export default defineRecipe({
  package: "array.prototype.tosorted",
  versions: ">=1.1.0 <2",
  replacement: "Array.prototype.toSorted",
  floor: { node: "20.0.0", baseline: "2023-07" },
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[]) => list.toSorted(),
      (list: readonly unknown[], compare: (first: unknown, second: unknown) => number) => list.toSorted(compare),
      toSortedOf,
    ],
    getPolyfill: () => Array.prototype.toSorted,
    shim: () => Array.prototype.toSorted,
  },
  subpaths: { "./auto": {} },
});

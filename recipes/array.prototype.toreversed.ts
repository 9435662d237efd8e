import { defineRecipe } from "../src/recipe.ts";

/** A copy of a list from back to front. */
function toReversedOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.toReversed, list, rest);
}

export default defineRecipe({
  package: "array.prototype.toreversed",
  versions: ">=1.1.1 <2",
  replacement: "Array.prototype.toReversed",
  floor: { node: "20.0.0", baseline: "2023-07" },
  dropSideEffect: true,
  exports: {
    default: [(list: readonly unknown[]) => list.toReversed(), toReversedOf],
    getPolyfill: () => Array.prototype.toReversed,
    shim: () => Array.prototype.toReversed,
  },
  subpaths: { "./auto": {} },
});

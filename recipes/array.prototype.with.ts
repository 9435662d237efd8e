import { defineRecipe } from "../src/recipe.ts";

/** A copy of a list with another value at a place. */
function withValue(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.with, list, rest);
}

export default defineRecipe({
  package: "array.prototype.with",
  versions: "1.1.6",
  replacement: "Array.prototype.with",
  floor: { node: "20.0.0", baseline: "2023-07" },
  dropSideEffect: true,
  exports: {
    default: [(list: readonly unknown[], index: number, value: unknown) => list.with(index, value), withValue],
    getPolyfill: () => Array.prototype.with,
    shim: () => Array.prototype.with,
  },
  subpaths: { "./auto": {} },
});

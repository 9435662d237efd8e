import { defineRecipe } from "../src/recipe.ts";

/** The values of a list, and of the lists in it down to a depth, in one list. */
function flatOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.flat, list, rest);
}

export default defineRecipe({
  package: "array.prototype.flat",
  versions: ">=1.2.1 <2",
  replacement: "Array.prototype.flat",
  floor: { node: "11.0.0", baseline: "2020-01" },
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[]) => list.flat(),
      (list: readonly unknown[], depth: number) => list.flat(depth),
      flatOf,
    ],
    getPolyfill: () => Array.prototype.flat,
    shim: () => Array.prototype.flat,
  },
  subpaths: { "./auto": {} },
});

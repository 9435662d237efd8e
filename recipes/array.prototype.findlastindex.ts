import { defineRecipe } from "../src/recipe.ts";

/** The place of the last value of a list that a function accepts; -1 when there is none. */
function findLastIndexOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.findLastIndex, list, rest);
}

export default defineRecipe({
  package: "array.prototype.findlastindex",
  versions: ">=1.1.1 <2",
  replacement: "Array.prototype.findLastIndex",
  floor: { node: "18.0.0", baseline: "2022-08" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], accepts: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.findLastIndex(accepts),
      findLastIndexOf,
    ],
    getPolyfill: () => Array.prototype.findLastIndex,
    shim: () => Array.prototype.findLastIndex,
  },
  subpaths: { "./auto": {} },
});

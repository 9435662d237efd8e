import { defineRecipe } from "../src/recipe.ts";

/** The place of the first value of a list that a function accepts; -1 when there is none. */
function findIndexOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.findIndex, list, rest);
}

export default defineRecipe({
  package: "array.prototype.findindex",
  versions: ">=2.1.0 <3",
  replacement: "Array.prototype.findIndex",
  floor: { node: "4.0.0", baseline: "2015-09" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], accepts: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.findIndex(accepts),
      findIndexOf,
    ],
    getPolyfill: () => Array.prototype.findIndex,
    shim: () => Array.prototype.findIndex,
  },
  subpaths: { "./auto": {} },
});

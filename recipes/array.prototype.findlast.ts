import { defineRecipe } from "../src/recipe.ts";

/** The last value of a list that a function accepts. */
function findLastOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.findLast, list, rest);
}

export default defineRecipe({
  package: "array.prototype.findlast",
  versions: ">=1.1.1 <2",
  replacement: "Array.prototype.findLast",
  floor: { node: "18.0.0", baseline: "2022-08" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], accepts: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.findLast(accepts),
      findLastOf,
    ],
    getPolyfill: () => Array.prototype.findLast,
    shim: () => Array.prototype.findLast,
  },
  subpaths: { "./auto": {} },
});

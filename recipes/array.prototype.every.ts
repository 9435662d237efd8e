import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a function accepts every value of a list. */
function everyOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.every, list, rest);
}

export default defineRecipe({
  package: "array.prototype.every",
  versions: ">=1.0.0 <2",
  replacement: "Array.prototype.every",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], accepts: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.every(accepts),
      everyOf,
    ],
    getPolyfill: () => Array.prototype.every,
    shim: () => Array.prototype.every,
  },
  subpaths: { "./auto": {} },
});

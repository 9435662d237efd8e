import { defineRecipe } from "../src/recipe.ts";

/** Calls a function with each value of a list. */
function eachOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.forEach, list, rest);
}

export default defineRecipe({
  package: "array.prototype.foreach",
  versions: ">=1.0.0 <2",
  replacement: "Array.prototype.forEach",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], call: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.forEach(call),
      eachOf,
    ],
    getPolyfill: () => Array.prototype.forEach,
    shim: () => Array.prototype.forEach,
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

/** The values of a list that a function accepts. */
function filterList(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.filter, list, rest);
}

export default defineRecipe({
  package: "array.prototype.filter",
  versions: ">=1.0.0 <2",
  replacement: "Array.prototype.filter",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], accepts: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.filter(accepts),
      filterList,
    ],
    getPolyfill: () => Array.prototype.filter,
    shim: () => Array.prototype.filter,
  },
  subpaths: { "./auto": {} },
});

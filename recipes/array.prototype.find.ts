import { defineRecipe } from "../src/recipe.ts";

/** The first value of a list that a function accepts. */
function findIn(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.find, list, rest);
}

export default defineRecipe({
  package: "array.prototype.find",
  versions: ">=2.1.0 <3",
  replacement: "Array.prototype.find",
  floor: { node: "4.0.0", baseline: "2015-09" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], accepts: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.find(accepts),
      findIn,
    ],
    getPolyfill: () => Array.prototype.find,
    shim: () => Array.prototype.find,
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

/** The place of a value in a list; -1 when it has none. */
function indexOfOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.indexOf, list, rest);
}

export default defineRecipe({
  package: "array.prototype.indexof",
  versions: ">=1.0.0 <2",
  replacement: "Array.prototype.indexOf",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], value: unknown) => list.indexOf(value),
      (list: readonly unknown[], value: unknown, from: number) => list.indexOf(value, from),
      indexOfOf,
    ],
    getPolyfill: () => Array.prototype.indexOf,
    shim: () => Array.prototype.indexOf,
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

/** What a function makes of each value of a list, lists taken apart, in one list. */
function flatMapOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.flatMap, list, rest);
}

export default defineRecipe({
  package: "array.prototype.flatmap",
  versions: ">=1.0.0 <2",
  replacement: "Array.prototype.flatMap",
  floor: { node: "11.0.0", baseline: "2020-01" },
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], map: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.flatMap(map),
      flatMapOf,
    ],
    getPolyfill: () => Array.prototype.flatMap,
    shim: () => Array.prototype.flatMap,
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

/** The value at a place of a list, counted from its end when negative. */
function valueAt(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.at, list, rest);
}

export default defineRecipe({
  package: "array.prototype.at",
  versions: ">=1.0.1 <2",
  replacement: "Array.prototype.at",
  floor: { node: "16.6.0", baseline: "2022-03" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [(list: readonly unknown[], index: number) => list.at(index), valueAt],
    getPolyfill: () => Array.prototype.at,
    shim: () => Array.prototype.at,
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a function accepts a value of a list. */
function someOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.some, list, rest);
}

export default defineRecipe({
  package: "array.prototype.some",
  versions: ">=1.0.0 <2",
  replacement: "Array.prototype.some",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], accepts: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.some(accepts),
      someOf,
    ],
    getPolyfill: () => Array.prototype.some,
    shim: () => Array.prototype.some,
  },
  subpaths: { "./auto": {} },
});

import { defineRecipe } from "../src/recipe.ts";

/** A copy of a list with some values taken out and others put in. */
function toSplicedOf(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.toSpliced, list, rest);
}

export default defineRecipe({
  package: "array.prototype.tospliced",
  versions: ">=1.1.2 <2",
  replacement: "Array.prototype.toSpliced",
  floor: { node: "20.0.0", baseline: "2023-07" },
  dropSideEffect: true,
  exports: {
    default: [toSplicedOf],
    getPolyfill: () => Array.prototype.toSpliced,
    shim: () => Array.prototype.toSpliced,
  },
  subpaths: { "./auto": {} },
});

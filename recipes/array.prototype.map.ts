import { defineRecipe } from "../src/recipe.ts";

/** A list of what a function makes of each value. */
function mapList(list: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Array.prototype.map, list, rest);
}

export default defineRecipe({
  package: "array.prototype.map",
  versions: ">=1.0.1 <2",
  replacement: "Array.prototype.map",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [
    { severity: "message", note: "The TypeError for null and undefined has another text.", exports: ["default"] },
  ],
  dropSideEffect: true,
  exports: {
    default: [
      (list: readonly unknown[], map: (value: unknown, index: number, list: readonly unknown[]) => unknown) =>
        list.map(map),
      mapList,
    ],
    getPolyfill: () => Array.prototype.map,
    shim: () => Array.prototype.map,
  },
  subpaths: { "./auto": {} },
});

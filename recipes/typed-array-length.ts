import { defineRecipe } from "../src/recipe.ts";

/** The length of a Uint8Array; false for anything else. */
function lengthOf(array: unknown): number | false {
  const tag: unknown = Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag, array);
  return tag !== undefined && (Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), "length", array) as number);
}

export default defineRecipe({
  package: "typed-array-length",
  versions: ">=1.0.5 <2",
  replacement: "Uint8Array.prototype.length",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: [(array: Uint8Array) => array.length, lengthOf] },
});

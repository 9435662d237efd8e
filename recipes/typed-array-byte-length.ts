import { defineRecipe } from "../src/recipe.ts";

/** The byteLength of a Uint8Array; false for anything else. */
function byteLengthOf(array: unknown): number | false {
  const tag: unknown = Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag, array);
  return tag !== undefined && (Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), "byteLength", array) as number);
}

export default defineRecipe({
  package: "typed-array-byte-length",
  versions: ">=1.0.0 <2",
  replacement: "Uint8Array.prototype.byteLength",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: [(array: Uint8Array) => array.byteLength, byteLengthOf] },
});

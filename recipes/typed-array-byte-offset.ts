import { defineRecipe } from "../src/recipe.ts";

/** The byteOffset of a Uint8Array; false for anything else. */
function byteOffsetOf(array: unknown): number | false {
  const tag: unknown = Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag, array);
  return tag !== undefined && (Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), "byteOffset", array) as number);
}

export default defineRecipe({
  package: "typed-array-byte-offset",
  versions: ">=1.0.0 <2",
  replacement: "Uint8Array.prototype.byteOffset",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: [(array: Uint8Array) => array.byteOffset, byteOffsetOf] },
});

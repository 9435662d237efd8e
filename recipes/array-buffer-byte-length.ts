import { types } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

/** The byteLength of an ArrayBuffer; NaN for anything else. */
function byteLengthOf(buffer: unknown): number {
  return types.isArrayBuffer(buffer)
    ? (Reflect.get(ArrayBuffer.prototype, "byteLength", buffer) as number)
    : Number.NaN;
}

export default defineRecipe({
  package: "array-buffer-byte-length",
  versions: ">=1.0.0 <2",
  replacement: "ArrayBuffer.prototype.byteLength",
  floor: { node: "10.0.0" },
  exports: { default: [(buffer: ArrayBuffer) => buffer.byteLength, byteLengthOf] },
});

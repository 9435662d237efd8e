import { defineRecipe } from "../src/recipe.ts";

/** A copy of a part of an ArrayBuffer. */
function sliceBuffer(buffer: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(ArrayBuffer.prototype.slice, buffer, rest);
}

export default defineRecipe({
  package: "arraybuffer.prototype.slice",
  versions: ">=1.0.0 <2",
  replacement: "ArrayBuffer.prototype.slice",
  floor: { node: "4.0.0", baseline: "2015-07" },
  dropSideEffect: true,
  exports: {
    default: [
      (buffer: ArrayBuffer) => buffer.slice(),
      (buffer: ArrayBuffer, start: number) => buffer.slice(start),
      (buffer: ArrayBuffer, start: number, end: number) => buffer.slice(start, end),
      sliceBuffer,
    ],
    getPolyfill: () => ArrayBuffer.prototype.slice,
    shim: () => ArrayBuffer.prototype.slice,
  },
  subpaths: { "./auto": {} },
});

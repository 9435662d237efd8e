import { defineRecipe } from "../src/recipe.ts";

/** The buffer of a Uint8Array. */
function bufferOf(array: unknown): unknown {
  return Reflect.get(Object.getPrototypeOf(Uint8Array.prototype), "buffer", array);
}

export default defineRecipe({
  package: "typed-array-buffer",
  versions: ">=1.0.0 <2",
  replacement: "Uint8Array.prototype.buffer",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: [(array: Uint8Array) => array.buffer, bufferOf] },
});

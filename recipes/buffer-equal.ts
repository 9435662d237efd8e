import { Buffer } from "node:buffer";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether two buffers hold the same bytes; undefined for what is no buffer. */
function bufferEqual(first: unknown, second: unknown): boolean | undefined {
  return Buffer.isBuffer(first) && Buffer.isBuffer(second) ? first.equals(second) : undefined;
}

export default defineRecipe({
  package: "buffer-equal",
  versions: ">=1.0.0 <2",
  replacement: "buffer.equals",
  floor: { node: "0.11.13" },
  exports: { default: [(first: Buffer, second: Buffer) => first.equals(second), bufferEqual] },
});

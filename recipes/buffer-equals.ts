import { Buffer } from "node:buffer";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether two buffers hold the same bytes. */
function bufferEquals(first: unknown, second: unknown): boolean {
  if (!Buffer.isBuffer(first) || !Buffer.isBuffer(second)) throw new TypeError("Arguments must be Buffers");
  return first.equals(second);
}

export default defineRecipe({
  package: "buffer-equals",
  versions: ">=1.0.3 <3",
  replacement: "buffer.equals",
  floor: { node: "0.11.13" },
  exports: { default: [(first: Buffer, second: Buffer) => first.equals(second), bufferEquals] },
});

import { Buffer } from "node:buffer";
import { timingSafeEqual } from "node:crypto";
import { defineRecipe } from "../src/recipe.ts";

/** Tells whether two buffers hold the same bytes, in a time that does not depend on them; false for what is no buffer. */
function equalBuffers(first: unknown, second: unknown): boolean {
  if (!Buffer.isBuffer(first) || !Buffer.isBuffer(second)) return false;
  return first.length === second.length && timingSafeEqual(first, second);
}

export default defineRecipe({
  package: "buffer-equal-constant-time",
  versions: "1.0.1",
  replacement: "crypto.timingSafeEqual",
  floor: { node: "6.6.0" },
  exports: { default: equalBuffers },
});

import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a Buffer, of Node or of a browser's package: its class says so. */
function isBuffer(value: unknown): value is Buffer {
  if (value === null || value === undefined) return false;
  const made: unknown = value.constructor;
  if (made === null || made === undefined) return false;
  const { isBuffer: ask } = made as { readonly isBuffer?: unknown };
  return typeof ask === "function" && (Reflect.apply(ask, made, [value]) as boolean);
}

export default defineRecipe({
  package: "is-buffer",
  versions: ">=1.0.0 <3",
  replacement: "Buffer.isBuffer",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: isBuffer },
});

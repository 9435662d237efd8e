import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value has a then method. */
function isPromise<Value = unknown>(value: unknown): value is PromiseLike<Value> {
  const isObject = typeof value === "object" || typeof value === "function";
  return isObject && value !== null && typeof (value as { readonly then?: unknown }).then === "function";
}

export default defineRecipe({
  package: "is-promise",
  versions: ">=2.1.0 <5",
  replacement: "typeof value.then",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: isPromise },
});

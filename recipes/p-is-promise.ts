import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "p-is-promise",
  versions: ">=1.1.0 <5",
  replacement: "a look at then and catch",
  floor: { node: "0.12.0", baseline: "2015-07" },
  exports: { default: isPromise },
});

function isPromise<T = unknown>(value: unknown): value is Promise<T>;
/** Whether a value is a promise, or an object with the methods then and catch. */
function isPromise(value: unknown): boolean {
  if (value instanceof Promise) return true;
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return false;
  const { then } = value as { then?: unknown };
  return typeof then === "function" && typeof (value as { catch?: unknown }).catch === "function";
}

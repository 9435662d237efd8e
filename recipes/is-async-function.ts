import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is an async function, by its prototype or its source. */
function isAsyncFunction(value: unknown): boolean {
  if (typeof value !== "function") return false;
  if (/^\s*async(?:\s+function)?\s*\(|^\s*async\s+function\s/.test(Function.prototype.toString.call(value)))
    return true;
  return Object.getPrototypeOf(value) === Object.getPrototypeOf(async () => {});
}

export default defineRecipe({
  package: "is-async-function",
  versions: ">=2.0.0 <3",
  replacement: "a look at the prototype",
  floor: { node: "8.0.0", baseline: "2017-10" },
  exports: { default: isAsyncFunction },
});

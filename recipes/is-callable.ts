import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a function that can be called: no class. */
function isCallable(value: unknown): value is (...args: unknown[]) => unknown {
  return typeof value === "function" && !/^\s*class\b/.test(Function.prototype.toString.call(value));
}

export default defineRecipe({
  package: "is-callable",
  versions: ">=1.1.1 <2",
  replacement: "typeof",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: isCallable },
});

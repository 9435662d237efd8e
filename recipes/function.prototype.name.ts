import { defineRecipe } from "../src/recipe.ts";

/** The name of a function. */
function nameOf(fn: unknown): string {
  if (typeof fn !== "function") throw new TypeError("Function.prototype.name sham getter called on non-function");
  return fn.name;
}

export default defineRecipe({
  package: "function.prototype.name",
  versions: ">=1.0.0 <2",
  replacement: "Function.prototype.name",
  floor: { node: "6.0.0", baseline: "2016-09" },
  dropSideEffect: true,
  exports: { default: [(fn: (...args: never[]) => unknown) => fn.name, nameOf] },
  subpaths: { "./auto": {} },
});

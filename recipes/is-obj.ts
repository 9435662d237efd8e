import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is an object or a function. */
function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

export default defineRecipe({
  package: "is-obj",
  versions: ">=1.0.0 <4",
  replacement: "typeof",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: isObject },
});

import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is an object, and no array. */
function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export default defineRecipe({
  package: "isobject",
  versions: ">=1.0.0 <5",
  replacement: "typeof",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: isObject },
});

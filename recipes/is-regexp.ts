import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value calls itself a RegExp. */
function isRegExp(value: unknown): value is RegExp {
  return Object.prototype.toString.call(value) === "[object RegExp]";
}

export default defineRecipe({
  package: "is-regexp",
  versions: ">=1.0.0 <4",
  replacement: "Object.prototype.toString",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: isRegExp },
});

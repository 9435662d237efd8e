import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a generator function, by its prototype or its source. */
function isGeneratorFunction(value: unknown): value is GeneratorFunction {
  if (typeof value !== "function") return false;
  const source = Function.prototype.toString.call(value).trimStart();
  if (source.startsWith("*") || source.startsWith("function*")) return true;
  return Object.getPrototypeOf(value) === Object.getPrototypeOf(function* () {});
}

export default defineRecipe({
  package: "is-generator-function",
  versions: ">=1.0.9 <2",
  replacement: "a look at the prototype",
  floor: { node: "10.0.0", baseline: "2018-10" },
  exports: { default: isGeneratorFunction },
});

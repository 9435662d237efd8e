import { defineRecipe } from "../src/recipe.ts";

/** A list as it is, anything else as a list of one. */
function toList<Value>(value: Value | Value[]): Value[] {
  return Array.isArray(value) ? value : [value];
}

export default defineRecipe({
  package: "array-ify",
  versions: "1.0.0",
  replacement: "Array.isArray",
  floor: { node: "0.10.0", baseline: "2015-07" },
  exports: { default: [(value: string | number | boolean) => [value], toList] },
});

import { defineRecipe } from "../src/recipe.ts";

/** The values of a list that none of the others has. */
function difference<List>(array: List, ...others: unknown[]): List {
  const rest = new Set(others.flat());
  return (array as unknown[]).filter((value) => !rest.has(value)) as List;
}

export default defineRecipe({
  package: "array-differ",
  versions: "4.0.0",
  replacement: "Array.prototype.filter",
  floor: { node: "11.0.0", baseline: "2020-01" },
  exports: {
    default: difference,
  },
});

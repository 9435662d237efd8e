import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "array-uniq",
  versions: ">=1.0.0 <4",
  replacement: "[...new Set(list)]",
  floor: { node: "5.0.0", baseline: "2015-09" },
  exports: {
    default: [
      <Value>(list: readonly Value[]) => [...new Set(list)],
      /** The values of a list, each once. */
      <List>(list: List) => [...new Set(list as Iterable<List extends Iterable<infer Value> ? Value : unknown>)],
    ],
  },
});

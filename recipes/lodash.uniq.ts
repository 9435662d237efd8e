import { defineRecipe } from "../src/recipe.ts";

/** The values of a list, each once. */
function uniq(list: unknown): unknown[] {
  const { length }: { readonly length?: unknown } = Object(list);
  if (!length) return [];
  const values = list as ArrayLike<unknown>;
  // From 200 on it iterates, below that it counts: a long text gives its characters, a short one its UTF-16 units.
  if (values.length >= 200) return [...new Set(values as unknown[])];
  const seen = new Set<unknown>();
  for (let index = 0; index < values.length; index++) seen.add(values[index]);
  return [...seen];
}

export default defineRecipe({
  package: "lodash.uniq",
  versions: "4.5.0",
  replacement: "[...new Set(list)]",
  floor: { node: "5.0.0", baseline: "2015-09" },
  exports: { default: [<Value>(list: readonly Value[]) => [...new Set(list)], uniq] },
});

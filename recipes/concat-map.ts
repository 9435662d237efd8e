import { defineRecipe } from "../src/recipe.ts";

/** What a function makes of each value of a list, lists taken apart, in one list. */
function concatMap(xs: unknown, fn: unknown): unknown[] {
  const found: unknown[] = [];
  for (let index = 0; index < (xs as ArrayLike<unknown>).length; index++) {
    const made = (fn as (value: unknown, index: number) => unknown)((xs as ArrayLike<unknown>)[index], index);
    if (Array.isArray(made)) found.push(...Array.from<unknown>(made));
    else found.push(made);
  }
  return found;
}

export default defineRecipe({
  package: "concat-map",
  versions: ">=0.0.0 <0.1",
  replacement: "Array.prototype.flatMap",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: concatMap },
});

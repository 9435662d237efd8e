import { defineRecipe } from "../src/recipe.ts";

/** The values of a list, and of every list in it, in one list. Holes count as undefined. */
function flatten(list: unknown): unknown[] {
  const flat: unknown[] = [];
  const end = (list as ArrayLike<unknown>).length;
  for (let index = 0; index < end; index++) {
    const value = (list as ArrayLike<unknown>)[index];
    if (Array.isArray(value)) flat.push(...flatten(value));
    else flat.push(value);
  }
  return flat;
}

export default defineRecipe({
  package: "arr-flatten",
  versions: ">=1.0.2 <2",
  replacement: "a loop",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: flatten },
});

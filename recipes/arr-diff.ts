import { defineRecipe } from "../src/recipe.ts";

/** The values of a list that none of the others has; NaN is like nothing. */
function difference<List>(list: List, ...others: unknown[]): List {
  let one: unknown = list;
  for (const other of others) one = Array.isArray(other) ? without(one, other) : (one as unknown[]).slice();
  return one as List;
}

function without(list: unknown, other: readonly unknown[]): unknown[] {
  const left: unknown[] = [];
  const end = (list as ArrayLike<unknown>).length;
  for (let index = 0; index < end; index++) {
    const value = (list as ArrayLike<unknown>)[index];
    let isOther = false;
    for (let place = 0; place < other.length && !isOther; place++) isOther = other[place] === value;
    if (!isOther) left.push(value);
  }
  return left;
}

export default defineRecipe({
  package: "arr-diff",
  versions: "4.0.0",
  replacement: "a loop",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: difference },
});

import { defineRecipe } from "../src/recipe.ts";

/** Adds to a list the values of others that it does not have yet. */
function union<List>(list: List, ...others: unknown[]): List {
  if (!Array.isArray(list)) throw new TypeError("arr-union expects the first argument to be an array.");
  for (const other of others) {
    if (!other) continue;
    const values: unknown[] = Array.isArray(other) ? other : [other];
    for (let index = 0; index < values.length; index++) {
      if (list.indexOf(values[index]) < 0) list.push(values[index]);
    }
  }
  return list;
}

export default defineRecipe({
  package: "arr-union",
  versions: "3.1.0",
  replacement: "a loop",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: union },
});

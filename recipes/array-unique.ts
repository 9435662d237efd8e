import { defineRecipe } from "../src/recipe.ts";

/** Takes every value but the first of its kind out of a list; NaN is like nothing. */
function unique<List>(list: List): List {
  if (!Array.isArray(list)) throw new TypeError("array-unique expects an array.");
  for (let index = 0; index < list.length; index++) {
    for (let later = index + 1; later < list.length; later++) {
      if (list[index] === list[later]) list.splice(later--, 1);
    }
  }
  return list;
}

/** A list's values, each once; NaN is like nothing. */
function uniqueValues<List>(list: List): List {
  if (!Array.isArray(list)) throw new TypeError("array-unique expects an array.");
  return unique(Array.from<unknown>(list)) as List;
}

export default defineRecipe(
  {
    package: "array-unique",
    versions: "0.3.2",
    replacement: "a loop",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: unique, immutable: uniqueValues },
  },
  {
    package: "array-unique",
    versions: ">=0.1.1 <=0.2.1",
    replacement: "a loop",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: unique },
  },
);

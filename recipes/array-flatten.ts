import { defineRecipe } from "../src/recipe.ts";

/** Puts the elements of nested arrays into one array. */
function flatten<List>(list: List): FlatArray<List, 20>[] {
  const result: FlatArray<List, 20>[] = [];
  const add = (items: ArrayLike<FlatArray<List, 20>>): void => {
    for (let index = 0; index < items.length; index++) {
      const item = items[index]!;
      if (Array.isArray(item)) add(item);
      else result.push(item);
    }
  };
  add(list as ArrayLike<FlatArray<List, 20>>);
  return result;
}

/** Puts the elements of nested arrays into one array, down to a depth. */
function flattenTo(list: unknown, depth?: unknown): unknown[] {
  const result: unknown[] = [];
  const add = (items: ArrayLike<unknown>, left: number): void => {
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (left > 0 && Array.isArray(item)) add(item, left - 1);
      else result.push(item);
    }
  };
  add(list as ArrayLike<unknown>, depth === undefined || depth === null ? Number.POSITIVE_INFINITY : (depth as number));
  return result;
}

/** Puts the elements of nested arrays into one array. Throws for what is no array. */
function flattenArray<List>(list: List): FlatArray<List, 20>[] {
  if (!Array.isArray(list)) throw new TypeError("Expected value to be an array");
  const result: FlatArray<List, 20>[] = [];
  const add = (items: readonly unknown[]): void => {
    for (let index = 0; index < items.length; index++) {
      const item = items[index];
      if (Array.isArray(item)) add(item);
      else result.push(item as FlatArray<List, 20>);
    }
  };
  add(list);
  return result;
}

export default defineRecipe(
  {
    package: "array-flatten",
    versions: "3.0.0",
    replacement: "a loop",
    floor: { node: "6.0.0", baseline: "2016-09" },
    require: "namespace",
    exports: { flatten },
  },
  {
    package: "array-flatten",
    versions: ">=2.0.0 <3",
    replacement: "a loop",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: flattenArray, from: flatten },
  },
  {
    package: "array-flatten",
    versions: "1.1.1",
    replacement: "a loop",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: flattenTo },
  },
);

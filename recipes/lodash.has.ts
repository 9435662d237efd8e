import { defineRecipe } from "../src/recipe.ts";
import { anyFloor } from "./families/lodash/floors.ts";
import { isArguments, isLength } from "./families/lodash/kinds.ts";
import type { Bag } from "./families/lodash/kinds.ts";
import { toKey } from "./families/lodash/numbers.ts";
import { castPath } from "./families/lodash/path.ts";

export default defineRecipe({
  package: "lodash.has",
  versions: "4.5.2",
  replacement: "a function of your own",
  floor: anyFloor,
  exports: { default: hasAt },
});

/** Tells whether a path leads to a property of the object's own, or to an empty place in a list. */
function hasAt(object: unknown, path?: unknown): boolean {
  if (object === undefined || object === null) return false;
  const names = castPath(path, object);
  let at: unknown = object;
  let key: PropertyKey = "undefined";
  let isFound = false;
  for (const name of names) {
    key = toKey(name);
    isFound = at !== undefined && at !== null && Object.prototype.hasOwnProperty.call(at, key);
    if (!isFound) break;
    at = (at as Bag)[key];
  }
  if (isFound || !at) return isFound;
  const { length } = at as ArrayLike<unknown>;
  return !!length && isLength(length) && isPlace(key) && Number(key) < length && (Array.isArray(at) || isArguments(at));
}

/** Throws for a symbol, as the package does. */
function isPlace(key: unknown): boolean {
  return /^(?:0|[1-9]\d*)$/.test(key as string);
}

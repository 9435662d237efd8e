/** Paths into objects ("a[0].b", or a list of keys). */
import { isArguments, isIndex, isLength, isSymbol } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { toKey, toString } from "./numbers.ts";

/** Tells whether a path is the name of one property, of this object at least. */
export function isKey(path: unknown, object?: unknown): boolean {
  if (Array.isArray(path)) return false;
  const isSimple = path === undefined || path === null || typeof path === "number" || typeof path === "boolean";
  if (isSimple || isSymbol(path)) return true;
  const isDeep = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/;
  const text = path as string;
  if (/^\w*$/.test(text) || !isDeep.test(text)) return true;
  return object !== undefined && object !== null && text in Object(object);
}

/** The keys of a path that is written as a text. */
export function splitPath(text: string): string[] {
  const names = text.startsWith(".") ? [""] : [];
  const part = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;
  text.replace(part, (all: string, index?: string, quote?: string, quoted = "") => {
    names.push(quote ? quoted.replace(/\\(\\)?/g, "$1") : index || all);
    return all;
  });
  return names;
}

/** A path as the list of its keys. */
export function castPath(path: unknown, object?: unknown): readonly unknown[] {
  if (Array.isArray(path)) return path;
  return isKey(path, object) ? [path] : splitPath(toString(path));
}

/** The value at a path; undefined where it leads nowhere. */
export function valueAt(object: unknown, path: unknown): unknown {
  const names = castPath(path, object);
  let value = object;
  let index = 0;
  while (index < names.length && value !== undefined && value !== null) {
    value = (value as Bag)[toKey(names[index++])];
  }
  return index > 0 && index === names.length ? value : undefined;
}

/** Reads the value at a path ("a[0].b", or a list of keys); where that is undefined, the fallback. */
export function get<Value>(object: unknown, path?: unknown, fallback?: Value): Value {
  const value = object === undefined || object === null ? undefined : valueAt(object, path);
  return (value === undefined ? fallback : value) as Value;
}

/** Tells whether a path leads to a property, by a test of each of its keys. */
export function hasPath(object: unknown, path: unknown, test: (object: unknown, key: PropertyKey) => boolean): boolean {
  const names = castPath(path, object);
  let at: unknown = object;
  let key: PropertyKey = "undefined";
  let index = 0;
  for (; index < names.length; index++) {
    key = toKey(names[index]);
    if (at === undefined || at === null || !test(at, key)) break;
    at = (at as Bag)[key];
  }
  if (index === names.length && names.length > 0) return true;
  // The last key of a list may be a place in it that is empty.
  if (index + 1 < names.length || at === undefined || at === null) return false;
  const { length } = at as ArrayLike<unknown>;
  return isLength(length) && isIndex(key, length) && (Array.isArray(at) || isArguments(at));
}

/** Tells whether a path leads to a property of the object's own. */
export function has(object: unknown, path?: unknown): boolean {
  const own = Object.prototype.hasOwnProperty;
  return object !== undefined && object !== null && hasPath(object, path, (one, key) => own.call(one, key));
}

/** Tells whether a path leads to a property, an inherited one too. */
export function hasIn(object: unknown, path?: unknown): boolean {
  return object !== undefined && object !== null && hasPath(object, path, (one, key) => key in Object(one));
}

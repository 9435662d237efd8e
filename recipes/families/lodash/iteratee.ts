/** What may stand where a function is asked for: a path, a pair of a path and a value, or an object to match. */
import { isContained } from "./equal.ts";
import type { Compare } from "./equal.ts";
import { isObject } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { toKey } from "./numbers.ts";
import { keys } from "./keys.ts";
import { castPath, hasIn, isKey, valueAt } from "./path.ts";

/** A function, or what stands for one, as a function. */
export function toFunction(iteratee: unknown): (...args: readonly unknown[]) => unknown {
  if (typeof iteratee === "function") return iteratee as () => unknown;
  if (iteratee === undefined || iteratee === null) return (value) => value;
  if (typeof iteratee !== "object") return property(iteratee);
  return Array.isArray(iteratee) ? pairMatcher(iteratee[0], iteratee[1]) : matcher(iteratee);
}

/** A function that reads a path of its argument. */
export function property(path?: unknown): (object?: unknown) => unknown {
  const isOne = isKey(path);
  const key = isOne ? toKey(path) : "";
  return (object) => {
    if (isOne) return object === undefined || object === null ? undefined : (object as Bag)[key];
    return valueAt(object, path);
  };
}

/** True for a value that only itself equals. */
function isPlain(value: unknown): boolean {
  return value === value && !isObject(value);
}

/** True when an object has that very value, be it undefined, under a key. */
function holds(object: unknown, key: PropertyKey, value: unknown): boolean {
  if (object === undefined || object === null) return false;
  return (object as Bag)[key] === value && (value !== undefined || key in Object(object));
}

/** A function that tells whether a path of its argument leads to a value. */
export function pairMatcher(path?: unknown, value?: unknown): (object?: unknown) => boolean {
  if (isKey(path) && isPlain(value)) {
    const key = toKey(path);
    return (object) => holds(object, key, value);
  }
  return (object) => {
    const found = object === undefined || object === null ? undefined : valueAt(object, path);
    return found === undefined && value === undefined ? hasIn(object, path) : isContained(value, found);
  };
}

/** A function that tells whether its argument has all that an object has. */
export function matcher(source?: unknown): (object?: unknown) => boolean {
  const names = keys(source);
  const values = names.map((name) => (source as Bag)[name]);
  const [name] = names;
  if (names.length === 1 && name !== undefined && isPlain(values[0])) return (object) => holds(object, name, values[0]);
  return (object) => {
    if (object === source) return true;
    if (object === undefined || object === null) return names.length === 0;
    const bag = Object(object) as Bag;
    const differs = (key: string, index: number): boolean =>
      isPlain(values[index]) ? values[index] !== bag[key] : !(key in bag);
    if (names.some(differs)) return false;
    return names.every((key, index) =>
      isPlain(values[index]) ? bag[key] !== undefined || key in bag : isContained(values[index], bag[key]),
    );
  };
}

/** A function that reads paths of one object. */
export function propertyOf(object?: unknown): (path?: unknown) => unknown {
  return (path) => (object === undefined || object === null ? undefined : valueAt(object, castPath(path, object)));
}

/** Tells whether an object has all that another has, where a function may decide on each value. */
export function isMatchWith(object?: unknown, source?: unknown, customizer?: unknown): boolean {
  if (typeof customizer !== "function") return object === source || matcher(source)(object);
  const names = keys(source);
  if (object === undefined || object === null) return names.length === 0;
  const [bag, given] = [Object(object) as Bag, source as Bag];
  if (!names.every((name) => name in bag)) return false;
  return names.every((name) => {
    const seen = new Map<object, object>();
    const chosen: unknown = customizer(bag[name], given[name], name, bag, source, seen);
    return chosen === undefined ? isContained(given[name], bag[name], customizer as Compare, seen) : !!chosen;
  });
}

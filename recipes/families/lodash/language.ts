/** Comparing, converting and telling kinds apart. */
import { charactersOf } from "./characters.ts";
import { isString, values } from "./collections.ts";
import { matcher } from "./iteratee.ts";
import {
  isArguments,
  isArrayLike,
  isObjectLike,
  isPlainObject,
  isPrototype,
  isSymbol,
  isTypedArray,
  listOf,
  tagOf,
} from "./kinds.ts";
import type { Bag, List } from "./kinds.ts";
import { keys, keysIn, setValue } from "./keys.ts";
import { toInteger, toKey, toNumber, toString } from "./numbers.ts";
import { splitPath } from "./path.ts";

/** Tells whether a value is an object with that tag. */
function isTagged(value: unknown, tag: string): boolean {
  return isObjectLike(value) && tagOf(value) === tag;
}

/** Tells whether a value is a boolean, or an object of one. */
export function isBoolean(value?: unknown): value is boolean {
  return value === true || value === false || isTagged(value, "[object Boolean]");
}

/** Tells whether a value is a number, or an object of one. */
export function isNumber(value?: unknown): value is number {
  return typeof value === "number" || isTagged(value, "[object Number]");
}

/** Tells whether a value is NaN, or an object of it. */
export function isNaN(value?: unknown): boolean {
  return isNumber(value) && value != +(value as number);
}

/** Tells whether a value is a Date. */
export function isDate(value?: unknown): value is Date {
  return isTagged(value, "[object Date]");
}

/** Tells whether a value is a regular expression. */
export function isRegExp(value?: unknown): value is RegExp {
  return isTagged(value, "[object RegExp]");
}

/** Tells whether a value is a Map. */
export function isMap(value?: unknown): value is Map<unknown, unknown> {
  return isTagged(value, "[object Map]");
}

/** Tells whether a value is a Set. */
export function isSet(value?: unknown): value is Set<unknown> {
  return isTagged(value, "[object Set]");
}

/** Tells whether a value is a WeakMap. */
export function isWeakMap(value?: unknown): value is WeakMap<object, unknown> {
  return isTagged(value, "[object WeakMap]");
}

/** Tells whether a value is a WeakSet. */
export function isWeakSet(value?: unknown): value is WeakSet<object> {
  return isTagged(value, "[object WeakSet]");
}

/** Tells whether a value is an ArrayBuffer. */
export function isArrayBuffer(value?: unknown): value is ArrayBuffer {
  return isTagged(value, "[object ArrayBuffer]");
}

/** Tells whether a value is an error, or looks like one. */
export function isError(value?: unknown): value is Error {
  if (!isObjectLike(value)) return false;
  const tag = tagOf(value);
  const { message, name } = value as { readonly message?: unknown; readonly name?: unknown };
  const isLike = typeof message === "string" && typeof name === "string" && !isPlainObject(value);
  return tag === "[object Error]" || tag === "[object DOMException]" || isLike;
}

/** Tells whether a value is an element of a document. */
export function isElement(value?: unknown): boolean {
  return isObjectLike(value) && (value as { readonly nodeType?: unknown }).nodeType === 1 && !isPlainObject(value);
}

/** Tells whether a text, list, map, set or object has nothing in it; numbers and the like are empty. */
export function isEmpty(value?: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (isArrayLike(value)) {
    const isText = typeof value === "string";
    const isList = isText || Array.isArray(value) || typeof (value as unknown[]).splice === "function";
    if (isList || isTypedArray(value) || isArguments(value)) return !value.length;
  }
  const tag = tagOf(value);
  if (tag === "[object Map]" || tag === "[object Set]") return !(value as Set<unknown>).size;
  if (isPrototype(value)) return keys(value).length === 0;
  for (const key in value) {
    if (Object.prototype.hasOwnProperty.call(value, key)) return false;
  }
  return true;
}

/** Tells whether an object has all that another has. */
export function isMatch(object?: unknown, source?: unknown): boolean {
  return object === source || matcher(source)(object);
}

export function castArray<Value>(value: Value | readonly Value[]): Value[];
export function castArray(...args: readonly unknown[]): unknown;
/** A value in an array, unless it is one. */
export function castArray(...args: readonly unknown[]): unknown {
  if (args.length === 0) return [];
  return Array.isArray(args[0]) ? args[0] : [args[0]];
}

export function defaultTo<Value, Fallback>(value: Value | null | undefined, fallback: Fallback): Value | Fallback;
export function defaultTo(value?: unknown, fallback?: unknown): unknown;
/** A value, or another one where it is undefined, null or NaN. */
export function defaultTo(value?: unknown, fallback?: unknown): unknown {
  const isNone = value === undefined || value === null || value !== value;
  return isNone ? fallback : value;
}

function compare(value: unknown, other: unknown, test: (a: number, b: number) => boolean): boolean {
  if (typeof value === "string" && typeof other === "string") return test(value as never, other as never);
  return test(toNumber(value), toNumber(other));
}

/** Tells whether a value is greater than another. */
export function gt(value?: unknown, other?: unknown): boolean {
  return compare(value, other, (a, b) => a > b);
}

/** Tells whether a value is greater than another, or equal. */
export function gte(value?: unknown, other?: unknown): boolean {
  return compare(value, other, (a, b) => a >= b);
}

/** Tells whether a value is less than another. */
export function lt(value?: unknown, other?: unknown): boolean {
  return compare(value, other, (a, b) => a < b);
}

/** Tells whether a value is less than another, or equal. */
export function lte(value?: unknown, other?: unknown): boolean {
  return compare(value, other, (a, b) => a <= b);
}

export function toArray<Value>(value: List<Value> | Readonly<Record<string, Value>>): Value[];
export function toArray(value?: unknown): unknown[];
/** A value as an array: the elements of a list, the characters of a text, the values of an object. */
export function toArray(value?: unknown): unknown[] {
  if (!value) return [];
  if (isArrayLike(value)) return isString(value) ? charactersOf(value) : listOf(value);
  const iterate = (value as Partial<Iterable<unknown>>)[Symbol.iterator];
  if (iterate) {
    const iterator = iterate.call(value);
    const found: unknown[] = [];
    for (let next = iterator.next(); !next.done; next = iterator.next()) found.push(next.value);
    return found;
  }
  return values(value);
}

/** A value as a length of a list. */
export function toLength(value?: unknown): number {
  return value ? Math.min(Math.max(toInteger(value), 0), 0xffffffff) : 0;
}

/** A value as a whole number that is exact. */
export function toSafeInteger(value?: unknown): number {
  if (!value) return value === 0 ? value : 0;
  return Math.min(Math.max(toInteger(value), Number.MIN_SAFE_INTEGER), Number.MAX_SAFE_INTEGER);
}

/** A value's properties as those of a plain object, inherited ones too. */
export function toPlainObject(value?: unknown): object {
  const result = {};
  for (const key of keysIn(value)) setValue(result, key, (value as Bag)[key]);
  return result;
}

/** The keys of a path. */
export function toPath(path?: unknown): PropertyKey[] {
  if (Array.isArray(path)) return Array.from(path, toKey);
  return isSymbol(path) ? [path] : splitPath(toString(path));
}

/** Calls a function; gives what it gives, or the error it throws. */
export function attempt(action?: unknown, ...args: readonly unknown[]): unknown {
  try {
    return Reflect.apply(action as () => unknown, undefined, args);
  } catch (error) {
    return isError(error) ? error : new Error(error as string);
  }
}

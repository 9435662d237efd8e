/** Lists and objects, element by element. */
import { toFunction } from "./iteratee.ts";
import { isArrayLike, isObjectLike, tagOf } from "./kinds.ts";
import type { Bag, EachOf, ElementOf, List, TestOf } from "./kinds.ts";
import { keys, walk, walkBack } from "./keys.ts";
import { isVisit, placeOf } from "./lists.ts";
import { findIndex, findLastIndex } from "./search.ts";
import { toInteger } from "./numbers.ts";
import { charactersOf } from "./characters.ts";

export function filterEach<Value, Found extends Value>(
  collection: readonly Value[] | null | undefined,
  predicate: (value: Value, index: number, list: Value[]) => value is Found,
): Found[];
export function filterEach<Value>(
  collection: readonly Value[] | null | undefined,
  predicate: (value: Value, index: number, list: Value[]) => unknown,
): Value[];
export function filterEach<Collection>(
  collection: Collection,
  predicate: EachOf<Collection, unknown>,
): ElementOf<NonNullable<Collection>>[];
/** The elements that a test is true of. */
export function filterEach<Collection>(
  collection: Collection,
  predicate: (...args: never[]) => unknown,
): ElementOf<NonNullable<Collection>>[] {
  const test = predicate as (...args: readonly unknown[]) => unknown;
  const found: unknown[] = [];
  walk(collection, (value, key, holder) => {
    if (test(value, key, holder)) found.push(value);
  });
  return found as ElementOf<NonNullable<Collection>>[];
}

export function filter<Value>(collection: List<Value>, predicate?: TestOf<Value>): Value[];
export function filter<Holder extends object>(
  collection: Holder | null | undefined,
  predicate?: unknown,
): Holder[keyof Holder][];
export function filter(collection?: unknown, predicate?: unknown): unknown[];
/** The elements that a test is true of. */
export function filter(collection?: unknown, predicate?: unknown): unknown[] {
  return filterEach(collection, toFunction(predicate));
}

export function rejectEach<Value>(
  collection: readonly Value[] | null | undefined,
  predicate: (value: Value, index: number, list: Value[]) => unknown,
): Value[];
export function rejectEach<Collection>(
  collection: Collection,
  predicate: EachOf<Collection, unknown>,
): ElementOf<NonNullable<Collection>>[];
/** The elements that a test is not true of. */
export function rejectEach<Collection>(
  collection: Collection,
  predicate: (...args: never[]) => unknown,
): ElementOf<NonNullable<Collection>>[] {
  const test = predicate as (...args: readonly unknown[]) => unknown;
  return filterEach(collection, (value, key, holder) => !test(value, key, holder));
}

export function reject<Value>(collection: List<Value>, predicate?: TestOf<Value>): Value[];
export function reject<Holder extends object>(
  collection: Holder | null | undefined,
  predicate?: unknown,
): Holder[keyof Holder][];
export function reject(collection?: unknown, predicate?: unknown): unknown[];
/** The elements that a test is not true of. */
export function reject(collection?: unknown, predicate?: unknown): unknown[] {
  return rejectEach(collection, toFunction(predicate));
}

export function everyEach<Value>(
  collection: readonly Value[] | null | undefined,
  predicate: (value: Value, index: number, list: Value[]) => unknown,
): boolean;
export function everyEach<Collection>(collection: Collection, predicate: EachOf<Collection, unknown>): boolean;
/** Tells whether a test is true of every element. */
export function everyEach<Collection>(collection: Collection, predicate: (...args: never[]) => unknown): boolean {
  const test = predicate as (...args: readonly unknown[]) => unknown;
  let result = true;
  walk(collection, (value, key, holder) => (result = !!test(value, key, holder)));
  return result;
}

/** Tells whether a test is true of every element. */
export function every(collection?: unknown, predicate?: unknown, guard?: unknown): boolean {
  const isCalled = guard && isVisit(collection, predicate, guard);
  return everyEach(collection, toFunction(isCalled ? undefined : predicate));
}

export function someEach<Value>(
  collection: readonly Value[] | null | undefined,
  predicate: (value: Value, index: number, list: Value[]) => unknown,
): boolean;
export function someEach<Collection>(collection: Collection, predicate: EachOf<Collection, unknown>): boolean;
/** Tells whether a test is true of any element. */
export function someEach<Collection>(collection: Collection, predicate: (...args: never[]) => unknown): boolean {
  const test = predicate as (...args: readonly unknown[]) => unknown;
  let result = false;
  walk(collection, (value, key, holder) => !(result = !!test(value, key, holder)));
  return result;
}

/** Tells whether a test is true of any element. */
export function some(collection?: unknown, predicate?: unknown, guard?: unknown): boolean {
  const isCalled = guard && isVisit(collection, predicate, guard);
  return someEach(collection, toFunction(isCalled ? undefined : predicate));
}

export function find<Value, Found extends Value>(
  collection: List<Value>,
  predicate: (value: Value, index: number, list: ArrayLike<Value>) => value is Found,
  from?: number,
): Found | undefined;
export function find<Value>(collection: List<Value>, predicate?: TestOf<Value>, from?: number): Value | undefined;
export function find<Holder extends object>(
  collection: Holder | null | undefined,
  predicate?: EachOf<Holder, unknown> | PropertyKey | object,
  from?: number,
): Holder[keyof Holder] | undefined;
export function find(collection?: unknown, predicate?: unknown, from?: unknown): unknown;
/** The first element that a test is true of. */
export function find(collection?: unknown, predicate?: unknown, from?: unknown): unknown {
  return findBy(collection, predicate, from, findIndex);
}

export function findLast<Value>(collection: List<Value>, predicate?: TestOf<Value>, from?: number): Value | undefined;
export function findLast<Holder extends object>(
  collection: Holder | null | undefined,
  predicate?: EachOf<Holder, unknown> | PropertyKey | object,
  from?: number,
): Holder[keyof Holder] | undefined;
export function findLast(collection?: unknown, predicate?: unknown, from?: unknown): unknown;
/** The last element that a test is true of. */
export function findLast(collection?: unknown, predicate?: unknown, from?: unknown): unknown {
  return findBy(collection, predicate, from, findLastIndex);
}

function findBy(collection: unknown, predicate: unknown, from: unknown, search: typeof findIndex): unknown {
  const holder = Object(collection) as Bag;
  if (isArrayLike(collection)) {
    const index = search(collection, predicate, from);
    return index < 0 ? undefined : holder[index];
  }
  const test = toFunction(predicate);
  const names = keys(collection);
  const index = search(names, (name: string) => test(holder[name], name, holder), from);
  return index < 0 ? undefined : holder[names[index] as string];
}

/** Calls a function with each element, until it gives false. */
export function callEach<Collection>(collection: Collection, iteratee: EachOf<Collection, unknown>): Collection {
  walk(collection, iteratee as (...args: readonly unknown[]) => unknown);
  return collection;
}

/** Calls a function with each element, until it gives false. */
export function forEach<Collection>(collection?: Collection, iteratee?: unknown): Collection {
  walk(collection, toFunction(iteratee));
  return collection as Collection;
}

/** Calls a function with each element from the last to the first, until it gives false. */
export function forEachRight<Collection>(collection?: Collection, iteratee?: unknown): Collection {
  walkBack(collection, toFunction(iteratee));
  return collection as Collection;
}

/** Tells whether a value is among the elements, or a text within a text. */
export function includes(collection?: unknown, value?: unknown, from?: unknown, guard?: unknown): boolean {
  const list = isArrayLike(collection) ? collection : values(collection);
  const start = from && !guard ? toInteger(from) : 0;
  const at = start < 0 ? Math.max(list.length + start, 0) : start;
  if (!isString(list)) return list.length > 0 && placeOf(list, value, at) >= 0;
  return at <= list.length && list.indexOf(value as string, at) >= 0;
}

/** Tells whether a value is a text, or an object of one. */
export function isString(value?: unknown): value is string {
  return (
    typeof value === "string" || (!Array.isArray(value) && isObjectLike(value) && tagOf(value) === "[object String]")
  );
}

/** How many elements, properties or characters there are. */
export function size(collection?: unknown): number {
  if (collection === undefined || collection === null) return 0;
  if (isArrayLike(collection)) return isString(collection) ? charactersOf(collection).length : collection.length;
  const tag = tagOf(collection);
  if (tag === "[object Map]" || tag === "[object Set]") return (collection as Set<unknown>).size;
  return keys(collection).length;
}

export function values<Value>(object: Readonly<Record<string, Value>> | List<Value>): Value[];
export function values<Holder extends object>(object: Holder | null | undefined): Holder[keyof Holder][];
export function values(object?: unknown): unknown[];
/** The values of an object's own properties. */
export function values(object?: unknown): unknown[] {
  return object === undefined || object === null ? [] : keys(object).map((key) => (object as Bag)[key]);
}

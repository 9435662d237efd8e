/** Lists and objects, element by element. */
import { flattenTo, isSpread } from "./flat.ts";
import { toFunction } from "./iteratee.ts";
import { isArrayLike, isObjectLike, tagOf } from "./kinds.ts";
import type { Bag, EachOf, ElementOf } from "./kinds.ts";
import { keys, setValue, walk, walkBack } from "./keys.ts";
import { findIndex, findLastIndex, isVisit, placeOf } from "./lists.ts";
import { toInteger } from "./numbers.ts";
import { charactersOf } from "./characters.ts";

/** What a function makes of each element. */
export function mapEach<Collection, Result>(collection: Collection, iteratee: EachOf<Collection, Result>): Result[] {
  const of = iteratee as (...args: readonly unknown[]) => Result;
  const results: Result[] = [];
  walk(collection, (value, key, holder) => {
    results.push(of(value, key, holder));
  });
  return results;
}

/** What a function makes of each element. */
export function map(collection?: unknown, iteratee?: unknown): unknown[] {
  return mapEach(collection, toFunction(iteratee));
}

/** What a function makes of each element, the elements of lists one by one. */
export function flatMapEach<Collection>(collection: Collection, iteratee: EachOf<Collection, unknown>): unknown[] {
  return flattenTo(mapEach(collection, iteratee), 1, isSpread);
}

/** What a function makes of each element, the elements of lists one by one. */
export function flatMap(collection?: unknown, iteratee?: unknown): unknown[] {
  return flatMapEach(collection, toFunction(iteratee));
}

/** The elements that a test is true of. */
export function filterEach<Collection>(
  collection: Collection,
  predicate: EachOf<Collection, unknown>,
): ElementOf<NonNullable<Collection>>[] {
  const test = predicate as (...args: readonly unknown[]) => unknown;
  const found: unknown[] = [];
  walk(collection, (value, key, holder) => {
    if (test(value, key, holder)) found.push(value);
  });
  return found as ElementOf<NonNullable<Collection>>[];
}

/** The elements that a test is true of. */
export function filter(collection?: unknown, predicate?: unknown): unknown[] {
  return filterEach(collection, toFunction(predicate));
}

/** The elements that a test is not true of. */
export function rejectEach<Collection>(
  collection: Collection,
  predicate: EachOf<Collection, unknown>,
): ElementOf<NonNullable<Collection>>[] {
  return filterEach(collection, (value, key, holder) => !predicate(value, key, holder));
}

/** The elements that a test is not true of. */
export function reject(collection?: unknown, predicate?: unknown): unknown[] {
  return rejectEach(collection, toFunction(predicate));
}

/** Tells whether a test is true of every element. */
export function everyEach<Collection>(collection: Collection, predicate: EachOf<Collection, unknown>): boolean {
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

/** Tells whether a test is true of any element. */
export function someEach<Collection>(collection: Collection, predicate: EachOf<Collection, unknown>): boolean {
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

/** The first element that a test is true of. */
export function find(collection?: unknown, predicate?: unknown, from?: unknown): unknown {
  return findBy(collection, predicate, from, findIndex);
}

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
  return index < 0 ? undefined : holder[names[index] ?? ""];
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

/** What a function makes of the elements one after the other, beginning with a value or the first element. */
export function reduce(collection?: unknown, iteratee?: unknown, ...initial: readonly unknown[]): unknown {
  return fold(collection, iteratee, initial, walk);
}

/** What a function makes of the elements from the last to the first, beginning with a value or the last element. */
export function reduceRight(collection?: unknown, iteratee?: unknown, ...initial: readonly unknown[]): unknown {
  return fold(collection, iteratee, initial, walkBack);
}

function fold(collection: unknown, iteratee: unknown, initial: readonly unknown[], each: typeof walk): unknown {
  const of = toFunction(iteratee);
  let [result] = initial;
  let isBegun = initial.length > 0;
  each(collection, (value, key, holder) => {
    result = isBegun ? of(result, value, key, holder) : value;
    isBegun = true;
  });
  return result;
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

/** The values of an object's own properties. */
export function values(object?: unknown): unknown[] {
  return object === undefined || object === null ? [] : keys(object).map((key) => (object as Bag)[key]);
}

/** The elements in groups, by what a function makes of each. */
export function groupEach<Collection>(
  collection: Collection,
  iteratee: (value: ElementOf<NonNullable<Collection>>) => unknown,
): Record<string, ElementOf<NonNullable<Collection>>[]> {
  const groups: Record<string, ElementOf<NonNullable<Collection>>[]> = {};
  walk(collection, (one) => {
    const value = one as ElementOf<NonNullable<Collection>>;
    const key = iteratee(value) as string;
    if (Object.prototype.hasOwnProperty.call(groups, key)) groups[key]?.push(value);
    else setValue(groups, key, [value]);
  });
  return groups;
}

/** The elements in groups, by what a function makes of each. */
export function groupBy(collection?: unknown, iteratee?: unknown): Record<string, unknown[]> {
  return groupEach(collection, toFunction(iteratee));
}

/** How many elements a function makes the same of. */
export function countBy(collection?: unknown, iteratee?: unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  const of = toFunction(iteratee);
  walk(collection, (value) => {
    const key = of(value) as string;
    const isKnown = Object.prototype.hasOwnProperty.call(counts, key);
    setValue(counts, key, isKnown ? (counts[key] ?? 0) + 1 : 1);
  });
  return counts;
}

/** The elements by what a function makes of each; the last one of a key stays. */
export function keyBy(collection?: unknown, iteratee?: unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const of = toFunction(iteratee);
  walk(collection, (value) => {
    setValue(found, of(value) as string, value);
  });
  return found;
}

/** The elements a test is true of, and the others. */
export function partition(collection?: unknown, predicate?: unknown): [unknown[], unknown[]] {
  const parts: [unknown[], unknown[]] = [[], []];
  const test = toFunction(predicate);
  walk(collection, (value) => {
    parts[test(value) ? 0 : 1].push(value);
  });
  return parts;
}

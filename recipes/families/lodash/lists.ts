/** Parts of lists and places in them. */
import { isArrayLike, isIndex, isObject, isSame } from "./kinds.ts";
import type { Bag, List, TestOf } from "./kinds.ts";
import { toFunction } from "./iteratee.ts";
import { toInteger } from "./numbers.ts";

/** The length of a list; 0 where there is none. */
export function lengthOf(list: unknown): number {
  return list === undefined || list === null ? 0 : ((list as ArrayLike<unknown>).length as number) || 0;
}

/** Tells whether arguments are those that a walk passes: a value, its place and what holds it there. */
export function isVisit(value: unknown, index: unknown, holder: unknown): boolean {
  if (!isObject(holder)) return false;
  const isPlace =
    typeof index === "number"
      ? isArrayLike(holder) && isIndex(index, holder.length)
      : typeof index === "string" && index in holder;
  return isPlace && isSame((holder as Bag)[index as string], value);
}

/** The elements between two places, both counted from the end when negative. */
export function part(list: unknown, start: number, end: number): unknown[] {
  const length = lengthOf(list);
  const from = start < 0 ? (-start > length ? 0 : length + start) : start;
  const to = end > length ? length : end < 0 ? end + length : end;
  const found = new Array<unknown>(from > to ? 0 : (to - from) >>> 0);
  for (let index = 0; index < found.length; index++) found[index] = (list as ArrayLike<unknown>)[index + from];
  return found;
}

/** The place of a value in a list, from a place on; NaN is found too. */
export function placeOf(list: ArrayLike<unknown>, value: unknown, from: number): number {
  for (let index = from; index < list.length; index++) {
    if (isSame(list[index], value)) return index;
  }
  return -1;
}

export function chunk<Value>(list: List<Value>, size?: number): Value[][];
export function chunk(list?: unknown, size?: unknown, guard?: unknown): unknown[][];
/** Cuts a list into pieces of a size. */
export function chunk(list?: unknown, size?: unknown, guard?: unknown): unknown[][] {
  const count = (guard ? isVisit(list, size, guard) : size === undefined) ? 1 : Math.max(toInteger(size), 0);
  const length = lengthOf(list);
  if (!length || count < 1) return [];
  const pieces = new Array<unknown[]>(Math.ceil(length / count));
  for (let index = 0; index < pieces.length; index++) pieces[index] = part(list, index * count, (index + 1) * count);
  return pieces;
}

export function compact<Value>(list: List<Value | null | undefined | false | "" | 0>): Value[];
export function compact(list?: unknown): unknown[];
/** The elements that are truthy. */
export function compact(list?: unknown): unknown[] {
  const found: unknown[] = [];
  const length = lengthOf(list);
  for (let index = 0; index < length; index++) {
    const value = (list as ArrayLike<unknown>)[index];
    if (value) found.push(value);
  }
  return found;
}

/** How many elements to take or leave: one, unless a number is given. */
function countOf(count: unknown, guard: unknown): number {
  return guard || count === undefined ? 1 : toInteger(count);
}

export function drop<Value>(list: List<Value>, count?: number): Value[];
export function drop(list?: unknown, count?: unknown, guard?: unknown): unknown[];
/** A list without its first elements. */
export function drop(list?: unknown, count?: unknown, guard?: unknown): unknown[] {
  const length = lengthOf(list);
  return length ? part(list, Math.max(countOf(count, guard), 0), length) : [];
}

export function dropRight<Value>(list: List<Value>, count?: number): Value[];
export function dropRight(list?: unknown, count?: unknown, guard?: unknown): unknown[];
/** A list without its last elements. */
export function dropRight(list?: unknown, count?: unknown, guard?: unknown): unknown[] {
  const length = lengthOf(list);
  return length ? part(list, 0, Math.max(length - countOf(count, guard), 0)) : [];
}

export function take<Value>(list: List<Value>, count?: number): Value[];
export function take(list?: unknown, count?: unknown, guard?: unknown): unknown[];
/** The first elements of a list. */
export function take(list?: unknown, count?: unknown, guard?: unknown): unknown[] {
  return list && lengthOf(list) ? part(list, 0, Math.max(countOf(count, guard), 0)) : [];
}

export function takeRight<Value>(list: List<Value>, count?: number): Value[];
export function takeRight(list?: unknown, count?: unknown, guard?: unknown): unknown[];
/** The last elements of a list. */
export function takeRight(list?: unknown, count?: unknown, guard?: unknown): unknown[] {
  const length = lengthOf(list);
  return length ? part(list, Math.max(length - countOf(count, guard), 0), length) : [];
}

/** The place of the first element a test, from the front or the back, is not true of. */
function endOf(list: unknown, predicate: unknown, isBack: boolean): number {
  const test = toFunction(predicate);
  const length = lengthOf(list);
  let index = isBack ? length - 1 : 0;
  const step = isBack ? -1 : 1;
  while (index >= 0 && index < length && test((list as ArrayLike<unknown>)[index], index, list)) index += step;
  return index;
}

export function dropWhile<Value>(list: List<Value>, predicate?: TestOf<Value>): Value[];
export function dropWhile(list?: unknown, predicate?: unknown): unknown[];
/** A list from the first element on that a test is not true of. */
export function dropWhile(list?: unknown, predicate?: unknown): unknown[] {
  return list && lengthOf(list) ? part(list, endOf(list, predicate, false), lengthOf(list)) : [];
}

export function dropRightWhile<Value>(list: List<Value>, predicate?: TestOf<Value>): Value[];
export function dropRightWhile(list?: unknown, predicate?: unknown): unknown[];
/** A list up to the last element that a test is not true of. */
export function dropRightWhile(list?: unknown, predicate?: unknown): unknown[] {
  return list && lengthOf(list) ? part(list, 0, endOf(list, predicate, true) + 1) : [];
}

export function takeWhile<Value>(list: List<Value>, predicate?: TestOf<Value>): Value[];
export function takeWhile(list?: unknown, predicate?: unknown): unknown[];
/** The elements before the first one that a test is not true of. */
export function takeWhile(list?: unknown, predicate?: unknown): unknown[] {
  return list && lengthOf(list) ? part(list, 0, endOf(list, predicate, false)) : [];
}

export function takeRightWhile<Value>(list: List<Value>, predicate?: TestOf<Value>): Value[];
export function takeRightWhile(list?: unknown, predicate?: unknown): unknown[];
/** The elements behind the last one that a test is not true of. */
export function takeRightWhile(list?: unknown, predicate?: unknown): unknown[] {
  return list && lengthOf(list) ? part(list, endOf(list, predicate, true) + 1, lengthOf(list)) : [];
}

/** Puts a value into every place of a list between two. */
export function fill(list?: unknown, value?: unknown, start?: unknown, end?: unknown): unknown {
  const length = lengthOf(list);
  if (!length) return [];
  const isCalled = start && typeof start !== "number" && isVisit(list, value, start);
  const first = isCalled ? 0 : toInteger(start);
  const from = first < 0 ? (-first > length ? 0 : length + first) : first;
  const given = isCalled || end === undefined || (end as number) > length ? length : toInteger(end);
  const stop = given < 0 ? given + length : given;
  const to = from > stop ? 0 : toInteger(stop);
  for (let index = from; index < to; index++) Reflect.set(Object(list) as Bag, index, value);
  return list;
}

export function head<Value>(list: List<Value>): Value | undefined;
export function head(list?: unknown): unknown;
/** The first element. */
export function head(list?: unknown): unknown {
  return list && lengthOf(list) ? (list as ArrayLike<unknown>)[0] : undefined;
}

export function last<Value>(list: List<Value>): Value | undefined;
export function last(list?: unknown): unknown;
/** The last element. */
export function last(list?: unknown): unknown {
  const length = lengthOf(list);
  return length ? (list as ArrayLike<unknown>)[length - 1] : undefined;
}

export function initial<Value>(list: List<Value>): Value[];
export function initial(list?: unknown): unknown[];
/** A list without its last element. */
export function initial(list?: unknown): unknown[] {
  return lengthOf(list) ? part(list, 0, -1) : [];
}

export function tail<Value>(list: List<Value>): Value[];
export function tail(list?: unknown): unknown[];
/** A list without its first element. */
export function tail(list?: unknown): unknown[] {
  return lengthOf(list) ? part(list, 1, lengthOf(list)) : [];
}

export function nth<Value>(list: List<Value>, place?: number): Value | undefined;
export function nth(list?: unknown, place?: unknown): unknown;
/** The element at a place, counted from the end when negative. */
export function nth(list?: unknown, place?: unknown): unknown {
  const length = list ? lengthOf(list) : 0;
  if (!length) return undefined;
  const index = toInteger(place);
  const at = index < 0 ? index + length : index;
  return isIndex(at, length) ? (list as ArrayLike<unknown>)[at] : undefined;
}

export function slice<Value>(list: List<Value>, start?: number, end?: number): Value[];
export function slice(list?: unknown, start?: unknown, end?: unknown): unknown[];
/** The elements between two places. */
export function slice(list?: unknown, start?: unknown, end?: unknown): unknown[] {
  const length = lengthOf(list);
  if (!length) return [];
  if (end && typeof end !== "number" && isVisit(list, start, end)) return part(list, 0, length);
  return part(list, toInteger(start), end === undefined ? length : toInteger(end));
}

/** A list as a text, with a separator in between. */
export function join(list?: unknown, separator?: unknown): string {
  if (list === undefined || list === null) return "";
  return Array.prototype.join.call(list, separator as string);
}

export function reverse<Whole extends List<unknown>>(list: Whole): Whole;
export function reverse(list?: unknown): unknown;
/** Turns a list around, in place. */
export function reverse(list?: unknown): unknown {
  if (list === undefined || list === null) return list;
  return Array.prototype.reverse.call(list);
}

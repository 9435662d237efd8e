/** Places of elements in lists. */
import { toFunction } from "./iteratee.ts";
import { isSame } from "./kinds.ts";
import type { List, TestOf } from "./kinds.ts";
import { lengthOf, placeOf } from "./lists.ts";
import { toInteger } from "./numbers.ts";

/** A place to begin at, counted from the end when negative. */
export function startOf(length: number, from: unknown): number {
  const index = from === undefined || from === null ? 0 : toInteger(from);
  return index < 0 ? Math.max(length + index, 0) : index || 0;
}

/** The place of a value. */
export function indexOf(list?: unknown, value?: unknown, from?: unknown): number {
  const length = lengthOf(list);
  return length ? placeOf(list as ArrayLike<unknown>, value, startOf(length, from)) : -1;
}

/** The last place of a value. */
export function lastIndexOf(list?: unknown, value?: unknown, from?: unknown): number {
  const length = lengthOf(list);
  if (!length) return -1;
  const given = toInteger(from);
  const at = given < 0 ? Math.max(length + given, 0) : Math.min(given, length - 1);
  // Without a place to begin at, what is behind the end is looked at too.
  let index = from === undefined ? Number(length) : at;
  while (index >= 0 && !isSame((list as ArrayLike<unknown>)[index], value)) index--;
  return index;
}

export function findIndex<Value>(list: List<Value>, predicate?: TestOf<Value>, from?: number): number;
export function findIndex(list?: unknown, predicate?: unknown, from?: unknown): number;
/** The place of the first element that a test is true of. */
export function findIndex(list?: unknown, predicate?: unknown, from?: unknown): number {
  const length = lengthOf(list);
  if (!length) return -1;
  const test = toFunction(predicate);
  for (let index = startOf(length, from); index < length; index++) {
    if (test((list as ArrayLike<unknown>)[index], index, list)) return index;
  }
  return -1;
}

export function findLastIndex<Value>(list: List<Value>, predicate?: TestOf<Value>, from?: number): number;
export function findLastIndex(list?: unknown, predicate?: unknown, from?: unknown): number;
/** The place of the last element that a test is true of. */
export function findLastIndex(list?: unknown, predicate?: unknown, from?: unknown): number {
  const length = lengthOf(list);
  if (!length) return -1;
  const given = toInteger(from);
  const at = (from as number) < 0 ? Math.max(length + given, 0) : Math.min(given, length - 1) + 0;
  const test = toFunction(predicate);
  for (let index = from === undefined ? length - 1 : at; index >= 0; index--) {
    if (test((list as ArrayLike<unknown>)[index], index, list)) return index;
  }
  return -1;
}

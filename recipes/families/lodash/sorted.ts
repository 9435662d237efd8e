/** Lists that are in order. */
import { toFunction } from "./iteratee.ts";
import { isSame } from "./kinds.ts";
import type { By, List } from "./kinds.ts";
import { lengthOf } from "./lists.ts";
import { rankOf } from "./sort.ts";

function onceInOrder(list: unknown, of: (value: unknown) => unknown): unknown[] {
  const found: unknown[] = [];
  const length = list ? lengthOf(list) : 0;
  let before: unknown;
  for (let index = 0; index < length; index++) {
    const value = (list as ArrayLike<unknown>)[index];
    const key = of(value);
    if (index > 0 && isSame(key, before)) continue;
    before = key;
    found.push(value === 0 ? 0 : value);
  }
  return found;
}

export function sortedUniq<Value>(list: List<Value>): Value[];
export function sortedUniq(list?: unknown): unknown[];
/** The values of a list in order, each once. */
export function sortedUniq(list?: unknown): unknown[] {
  return onceInOrder(list, (value) => value);
}

export function sortedUniqBy<Value>(list: List<Value>, iteratee: By<Value>): Value[];
export function sortedUniqBy(list?: unknown, iteratee?: unknown): unknown[];
/** The values of a list in order, each once by what a function makes of it. */
export function sortedUniqBy(list?: unknown, iteratee?: unknown): unknown[] {
  if (!list || !lengthOf(list)) return [];
  const of = toFunction(iteratee);
  return onceInOrder(list, (value) => of(value));
}

/** The place at which a value keeps a list in order: the first one, or behind all that is equal. */
function placeFor(list: unknown, value: unknown, of: (value: unknown) => unknown, isLast: boolean): number {
  let low = 0;
  let high = list === undefined || list === null ? 0 : (list as ArrayLike<unknown>).length;
  if (high === 0) return 0;
  const key = of(value);
  const rank = rankOf(key);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const other = of((list as ArrayLike<unknown>)[middle]);
    const otherRank = rankOf(other);
    let isBefore: boolean;
    if (rank > 0) isBefore = otherRank < rank || (isLast && otherRank === rank);
    else if (otherRank === 1 || otherRank === 2) isBefore = false;
    else isBefore = isLast ? (other as number) <= (key as number) : (other as number) < (key as number);
    if (isBefore) low = middle + 1;
    else high = middle;
  }
  return Math.min(high, 0xfffffffe);
}

const itself = (value: unknown): unknown => value;

/** The first place at which a value keeps a list in order. */
export function sortedIndex(list?: unknown, value?: unknown): number {
  return placeFor(list, value, itself, false);
}

/** The first place at which a value keeps a list in order, by what a function makes of it. */
export function sortedIndexBy(list?: unknown, value?: unknown, iteratee?: unknown): number {
  const of = toFunction(iteratee);
  return placeFor(list, value, (one) => of(one), false);
}

/** The place of a value in a list in order. */
export function sortedIndexOf(list?: unknown, value?: unknown): number {
  const length = lengthOf(list);
  const place = length ? sortedIndex(list, value) : length;
  return place < length && isSame((list as ArrayLike<unknown>)[place], value) ? place : -1;
}

/** The last place at which a value keeps a list in order. */
export function sortedLastIndex(list?: unknown, value?: unknown): number {
  return placeFor(list, value, itself, true);
}

/** The last place at which a value keeps a list in order, by what a function makes of it. */
export function sortedLastIndexBy(list?: unknown, value?: unknown, iteratee?: unknown): number {
  const of = toFunction(iteratee);
  return placeFor(list, value, (one) => of(one), true);
}

/** The last place of a value in a list in order. */
export function sortedLastIndexOf(list?: unknown, value?: unknown): number {
  if (!lengthOf(list)) return -1;
  const place = sortedLastIndex(list, value) - 1;
  return isSame((list as ArrayLike<unknown>)[place], value) ? place : -1;
}

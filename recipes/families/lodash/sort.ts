/** Sorting by what functions make of the elements. */
import type { List, By, Order } from "./kinds.ts";
import { flattenTo, isSpread } from "./flat.ts";
import { toFunction } from "./iteratee.ts";
import { isSymbol } from "./kinds.ts";
import { walk } from "./keys.ts";
import { isVisit } from "./lists.ts";
import { valueAt } from "./path.ts";

/** Symbols, null, undefined and NaN come behind everything else, in this order. */
export function rankOf(value: unknown): number {
  if (value !== value) return 4;
  if (value === undefined) return 3;
  if (value === null) return 2;
  return isSymbol(value) ? 1 : 0;
}

/** Which of two values comes first, ascending: negative for the first one. */
export function compareValues(value: unknown, other: unknown): number {
  if (value === other) return 0;
  const [a, b] = [rankOf(value), rankOf(other)];
  if (a !== 1 && b !== 1 && b !== 2 && (value as number) > (other as number)) return 1;
  if (a > b || a === 4) return 1;
  if (a !== 1 && a !== 2 && b !== 1 && (value as number) < (other as number)) return -1;
  return a < b ? -1 : 0;
}

function sortAll(collection: unknown, iteratees: readonly unknown[], orders: readonly unknown[]): unknown[] {
  const by = iteratees.length === 0 ? [undefined] : iteratees;
  const functions = Array.from(by, (one) =>
    Array.isArray(one)
      ? (value: unknown) =>
          value === undefined || value === null ? undefined : valueAt(value, one.length === 1 ? one[0] : one)
      : toFunction(one),
  );
  const rows: { value: unknown; index: number; sorted: unknown[] }[] = [];
  walk(collection, (value) => {
    rows.push({ value, index: rows.length, sorted: functions.map((of) => of(value)) });
  });
  rows.sort((a, b) => {
    for (const [index, value] of a.sorted.entries()) {
      const result = compareValues(value, b.sorted[index]);
      if (result !== 0) return index < orders.length && orders[index] == "desc" ? -result : result;
    }
    return a.index - b.index;
  });
  return rows.map(({ value }) => value);
}

export function sortBy<Value>(
  collection: List<Value>,
  ...iteratees: readonly (By<Value> | readonly By<Value>[])[]
): Value[];
export function sortBy<Holder extends object>(
  collection: Holder | null | undefined,
  ...iteratees: readonly (By<Holder[keyof Holder]> | readonly By<Holder[keyof Holder]>[])[]
): Holder[keyof Holder][];
export function sortBy(collection?: unknown, ...iteratees: readonly unknown[]): unknown[];
/** The elements in ascending order of what functions make of them. */
export function sortBy(collection?: unknown, ...iteratees: readonly unknown[]): unknown[] {
  return collection === undefined || collection === null
    ? []
    : sortAll(collection, iterateesOf(collection, iteratees), []);
}

export function sortByPairs<Value>(
  collection: List<Value>,
  ...iteratees: readonly (By<Value> | readonly By<Value>[])[]
): Value[];
export function sortByPairs<Holder extends object>(
  collection: Holder | null | undefined,
  ...iteratees: readonly (By<Holder[keyof Holder]> | readonly By<Holder[keyof Holder]>[])[]
): Holder[keyof Holder][];
export function sortByPairs(collection?: unknown, ...iteratees: readonly unknown[]): unknown[];
/** As `sortBy`, where a list among the iteratees is a path and the value to find there. */
export function sortByPairs(collection?: unknown, ...iteratees: readonly unknown[]): unknown[] {
  if (collection === undefined || collection === null) return [];
  const by = Array.from(iterateesOf(collection, iteratees), (one) => (Array.isArray(one) ? toFunction(one) : one));
  return sortAll(collection, by, []);
}

/** What is sorted by, without what a caller such as `map` hands on beside it. */
function iterateesOf(collection: unknown, iteratees: readonly unknown[]): readonly unknown[] {
  const [first, second, third] = iteratees;
  let by = iteratees;
  if (iteratees.length > 1 && isVisit(collection, first, second)) by = [];
  else if (iteratees.length > 2 && isVisit(first, second, third)) by = [first];
  return flattenTo(by, 1, isSpread);
}

export function orderBy<Value>(
  collection: List<Value>,
  iteratees?: By<Value> | readonly By<Value>[],
  orders?: Order | readonly Order[],
): Value[];
export function orderBy<Holder extends object>(
  collection: Holder | null | undefined,
  iteratees?: By<Holder[keyof Holder]> | readonly By<Holder[keyof Holder]>[],
  orders?: Order | readonly Order[],
): Holder[keyof Holder][];
export function orderBy(collection?: unknown, iteratees?: unknown, orders?: unknown, guard?: unknown): unknown[];
/** The elements in the order of what functions make of them, each "asc" or "desc". */
export function orderBy(collection?: unknown, iteratees?: unknown, orders?: unknown, guard?: unknown): unknown[] {
  if (collection === undefined || collection === null) return [];
  const list = (one: unknown): readonly unknown[] =>
    Array.isArray(one) ? one : one === undefined || one === null ? [] : [one];
  return sortAll(collection, list(iteratees), guard ? [] : list(orders));
}

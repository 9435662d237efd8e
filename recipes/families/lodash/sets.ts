/** Lists as sets: values once, and what lists do not have in common. */
import type { List, By } from "./kinds.ts";
import { isArrayLikeObject, listOf } from "./kinds.ts";
import { flattenTo } from "./flat.ts";
import { lengthOf, placeOf } from "./lists.ts";
import { toFunction } from "./iteratee.ts";

type Test = (value: unknown, other: unknown) => unknown;

/** The elements of lists that are objects, in one list. */
export function allOf(lists: readonly unknown[]): unknown[] {
  return flattenTo(lists, 1, isArrayLikeObject, true);
}

/** What comes last, unless it is a list: a function, or what stands for one. */
function extraOf(lists: readonly unknown[]): unknown {
  const extra = lists[lists.length - 1];
  return isArrayLikeObject(extra) ? undefined : extra;
}

export function isIn(values: readonly unknown[], value: unknown, test: unknown): boolean {
  return test ? values.some((other) => (test as Test)(value, other)) : placeOf(values, value, 0) >= 0;
}

/** As a list has it: 0 for -0, unless a test compares. */
export function kept(value: unknown, test: unknown): unknown {
  return test || value !== 0 ? value : 0;
}

/** Each value once, by what `of` makes of it, or by a test. */
export function onceEach(
  list: ArrayLike<unknown>,
  of: ((value: unknown) => unknown) | undefined,
  test?: unknown,
): unknown[] {
  // From 200 on it iterates, below that it counts: a long text gives its characters, a short one its UTF-16 units.
  const { length } = list;
  if (of === undefined && test === undefined && length >= 200) return [...new Set(list as unknown[])];
  const found: unknown[] = [];
  const seen: unknown[] = [];
  const set = new Set<unknown>();
  for (let index = 0; index < length; index++) {
    const value = list[index];
    const key = of === undefined ? value : of(value);
    if (typeof test === "function" ? isIn(seen, key, test) : set.has(key)) continue;
    seen.push(key);
    set.add(key);
    found.push(kept(value, test));
  }
  return found;
}

/** The values of a list that are in no other one. */
export function exclude(
  list: ArrayLike<unknown>,
  others: readonly unknown[],
  of?: (value: unknown) => unknown,
  test?: unknown,
): unknown[] {
  const found: unknown[] = [];
  if (!list.length) return found;
  const values = of === undefined ? others : others.map((value) => of(value));
  const set = new Set(values);
  for (const value of listOf(list)) {
    const key = of === undefined ? value : of(value);
    if (test ? isIn(values, key, test) : set.has(key)) continue;
    found.push(kept(value, test));
  }
  return found;
}

export function difference<Value>(list: List<Value>, ...others: readonly List<Value>[]): Value[];
export function difference(list?: unknown, ...others: readonly unknown[]): unknown[];
/** The values of a list that are in none of the others. */
export function difference(list?: unknown, ...others: readonly unknown[]): unknown[] {
  return isArrayLikeObject(list) ? exclude(list, allOf(others)) : [];
}

export function differenceBy<Value, Other>(
  list: List<Value>,
  others: List<Other>,
  iteratee: By<Value | Other>,
): Value[];
export function differenceBy(list?: unknown, ...others: readonly unknown[]): unknown[];
/** The values of a list that are in none of the others, by what a function makes of them. */
export function differenceBy(list?: unknown, ...others: readonly unknown[]): unknown[] {
  const extra = extraOf(others);
  if (!isArrayLikeObject(list)) return [];
  const of = toFunction(extra);
  return exclude(list, allOf(others), (value) => of(value));
}

export function differenceWith<Value, Other>(
  list: List<Value>,
  others: List<Other>,
  comparator: (value: Value, other: Other) => boolean,
): Value[];
export function differenceWith(list?: unknown, ...others: readonly unknown[]): unknown[];
/** The values of a list that a test finds in none of the others. */
export function differenceWith(list?: unknown, ...others: readonly unknown[]): unknown[] {
  const test = extraOf(others);
  return isArrayLikeObject(list) ? exclude(list, allOf(others), undefined, test) : [];
}

export function without<Value>(list: List<Value>, ...values: readonly Value[]): Value[];
export function without(list?: unknown, ...values: readonly unknown[]): unknown[];
/** A list without some values. */
export function without(list?: unknown, ...values: readonly unknown[]): unknown[] {
  return isArrayLikeObject(list) ? exclude(list, values) : [];
}

export function union<Value>(...lists: readonly List<Value>[]): Value[];
export function union(...lists: readonly unknown[]): unknown[];
/** The values of several lists, each once. */
export function union(...lists: readonly unknown[]): unknown[] {
  return onceEach(allOf(lists), undefined);
}

export function unionBy<Value>(list: List<Value>, other: List<Value>, iteratee: By<Value>): Value[];
export function unionBy(...lists: readonly unknown[]): unknown[];
/** The values of several lists, each once by what a function makes of it. */
export function unionBy(...lists: readonly unknown[]): unknown[] {
  const of = toFunction(extraOf(lists));
  return onceEach(allOf(lists), (value) => of(value));
}

export function unionWith<Value>(
  list: List<Value>,
  other: List<Value>,
  comparator: (value: Value, other: Value) => boolean,
): Value[];
export function unionWith(...lists: readonly unknown[]): unknown[];
/** The values of several lists, each once as a test says. */
export function unionWith(...lists: readonly unknown[]): unknown[] {
  const test = lists[lists.length - 1];
  return onceEach(allOf(lists), undefined, typeof test === "function" ? test : undefined);
}

export function uniq<Value>(list: List<Value>): Value[];
export function uniq(list?: unknown): unknown[];
/** The values of a list, each once. */
export function uniq(list?: unknown): unknown[] {
  return list && lengthOf(list) ? onceEach(list as ArrayLike<unknown>, undefined) : [];
}

export function uniqBy<Value>(list: List<Value>, iteratee: By<Value>): Value[];
export function uniqBy(list?: unknown, iteratee?: unknown): unknown[];
/** The values of a list, each once by what a function makes of it. */
export function uniqBy(list?: unknown, iteratee?: unknown): unknown[] {
  if (!list || !lengthOf(list)) return [];
  const of = toFunction(iteratee);
  return onceEach(list as ArrayLike<unknown>, (value) => of(value));
}

export function uniqWith<Value>(list: List<Value>, comparator?: (value: Value, other: Value) => boolean): Value[];
export function uniqWith(list?: unknown, comparator?: unknown): unknown[];
/** The values of a list, each once as a test says. */
export function uniqWith(list?: unknown, comparator?: unknown): unknown[] {
  const test = typeof comparator === "function" ? comparator : undefined;
  return list && lengthOf(list) ? onceEach(list as ArrayLike<unknown>, undefined, test) : [];
}

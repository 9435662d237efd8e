/** Several lists as one, by functions. */
import { toFunction } from "./iteratee.ts";
import { isArrayLikeObject, listOf } from "./kinds.ts";
import type { By, List } from "./kinds.ts";
import { lengthOf } from "./lists.ts";
import { set } from "./places.ts";
import { allOf, exclude, onceEach } from "./sets.ts";
import { unzip } from "./tuples.ts";

/** The values that only one of the lists has, by what `of` makes of them, or by a test. */
function onlyOnce(lists: readonly unknown[], of: ((value: unknown) => unknown) | undefined, test?: unknown): unknown[] {
  const cast = lists.filter((list) => isArrayLikeObject(list));
  const [first] = cast;
  if (cast.length < 2) return first === undefined ? [] : onceEach(first, undefined);
  const own = cast.map((list, index) =>
    cast.reduce<ArrayLike<unknown>>(
      (left, other, place) => (place === index ? left : exclude(left, listOf(other), of, test)),
      list,
    ),
  );
  return onceEach(allOf(own), of, test);
}

export function xorBy<Value>(list: List<Value>, other: List<Value>, iteratee: By<Value>): Value[];
export function xorBy(...lists: readonly unknown[]): unknown[];
/** The values that only one of the lists has, by what a function makes of them. */
export function xorBy(...lists: readonly unknown[]): unknown[] {
  const extra = lists[lists.length - 1];
  const of = toFunction(isArrayLikeObject(extra) ? undefined : extra);
  return onlyOnce(lists, (value) => of(value));
}

export function xorWith<Value>(
  list: List<Value>,
  other: List<Value>,
  comparator: (value: Value, other: Value) => boolean,
): Value[];
export function xorWith(...lists: readonly unknown[]): unknown[];
/** The values that only one of the lists has, as a test says. */
export function xorWith(...lists: readonly unknown[]): unknown[] {
  const extra = lists[lists.length - 1];
  return onlyOnce(lists, undefined, typeof extra === "function" ? extra : undefined);
}

/** What a function makes of the elements of several lists, by their places. */
export function unzipWith(lists?: unknown, iteratee?: unknown): unknown[] {
  if (!lists || !lengthOf(lists)) return [];
  const groups = unzip(lists);
  if (iteratee === undefined || iteratee === null) return groups;
  return groups.map((group) => Reflect.apply(iteratee as () => unknown, undefined, group));
}

export function zipWith<Value, Other, Result>(
  list: List<Value>,
  others: List<Other>,
  iteratee: (value: Value, other: Other) => Result,
): Result[];
export function zipWith(...lists: readonly unknown[]): unknown[];
/** What a function makes of the elements of several lists, by their places. */
export function zipWith(...lists: readonly unknown[]): unknown[] {
  const extra = lists.length > 1 ? lists[lists.length - 1] : undefined;
  return typeof extra === "function" ? unzipWith(lists.slice(0, -1), extra) : unzip(lists);
}

/** An object of paths and the values at them. */
export function zipObjectDeep(paths?: unknown, values?: unknown): object {
  const result = {};
  const list = (values || []) as ArrayLike<unknown>;
  listOf((paths || []) as ArrayLike<unknown>).forEach((path, index) =>
    set(result, path, index < list.length ? list[index] : undefined),
  );
  return result;
}

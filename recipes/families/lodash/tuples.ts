/** What lists have in common, and lists of what belongs together. */
import { isArrayLikeObject, listOf } from "./kinds.ts";
import type { Bag, By, List, TestOf } from "./kinds.ts";
import { assignValue, setValue } from "./keys.ts";
import { toFunction } from "./iteratee.ts";
import { lengthOf, placeOf } from "./lists.ts";
import { allOf, exclude, isIn, kept, onceEach } from "./sets.ts";

/** The values of the first list that are in all of the others. */
function shared(lists: readonly ArrayLike<unknown>[], of?: (value: unknown) => unknown, test?: unknown): unknown[] {
  const [first = [], ...rest] = lists;
  const others = rest.map((list) => (of === undefined ? listOf(list) : Array.from(listOf(list), (value) => of(value))));
  const most = Math.min(...lists.map((list) => list.length));
  const found: unknown[] = [];
  const seen: unknown[] = [];
  for (let index = 0; index < first.length && found.length < most; index++) {
    const value = first[index];
    const key = of === undefined ? value : of(value);
    if (isIn(seen, key, test) || !others.every((list) => isIn(list, key, test))) continue;
    seen.push(key);
    found.push(kept(value, test));
  }
  return found;
}

function castLists(lists: readonly unknown[]): ArrayLike<unknown>[] {
  return lists.map((list) => (isArrayLikeObject(list) ? list : []));
}

export function intersection<Value>(...lists: readonly List<Value>[]): Value[];
export function intersection(...lists: readonly unknown[]): unknown[];
/** The values that all lists have. */
export function intersection(...lists: readonly unknown[]): unknown[] {
  return isArrayLikeObject(lists[0]) ? shared(castLists(lists)) : [];
}

export function intersectionBy<Value, Other>(
  list: List<Value>,
  others: List<Other>,
  iteratee: By<Value | Other>,
): Value[];
export function intersectionBy(...lists: readonly unknown[]): unknown[];
/** The values that all lists have, by what a function makes of them. */
export function intersectionBy(...lists: readonly unknown[]): unknown[] {
  const extra = lists[lists.length - 1];
  const of = toFunction(isArrayLikeObject(extra) ? undefined : extra);
  const cast = castLists(isArrayLikeObject(extra) ? lists : lists.slice(0, -1));
  return isArrayLikeObject(lists[0]) ? shared(cast, (value) => of(value)) : [];
}

export function intersectionWith<Value, Other>(
  list: List<Value>,
  others: List<Other>,
  comparator: (value: Value, other: Other) => boolean,
): Value[];
export function intersectionWith(...lists: readonly unknown[]): unknown[];
/** The values that all lists have, as a test says. */
export function intersectionWith(...lists: readonly unknown[]): unknown[] {
  const extra = lists[lists.length - 1];
  const test = typeof extra === "function" ? extra : undefined;
  const cast = castLists(test === undefined ? lists : lists.slice(0, -1));
  return isArrayLikeObject(lists[0]) ? shared(cast, undefined, test) : [];
}

export function xor<Value>(...lists: readonly List<Value>[]): Value[];
export function xor(...lists: readonly unknown[]): unknown[];
/** The values that only one of the lists has. */
export function xor(...lists: readonly unknown[]): unknown[] {
  const cast = lists.filter((list) => isArrayLikeObject(list));
  const [first] = cast;
  if (cast.length < 2) return first === undefined ? [] : onceEach(first, undefined);
  const own = cast.map((list, index) =>
    cast.reduce<ArrayLike<unknown>>(
      (left, other, place) => (place === index ? left : exclude(left, listOf(other))),
      list,
    ),
  );
  return onceEach(allOf(own), undefined);
}

export function pullAll<Value>(list: Value[], values?: List<Value>): Value[];
export function pullAll(list?: unknown, values?: unknown): unknown;
/** Takes values out of a list, in place. */
export function pullAll(list?: unknown, values?: unknown): unknown {
  if (!list || !lengthOf(list) || !values || !lengthOf(values)) return list;
  const array = list as unknown[];
  for (const value of listOf(values as ArrayLike<unknown>)) {
    for (let at = placeOf(array, value, 0); at >= 0; at = placeOf(array, value, at))
      Array.prototype.splice.call(array, at, 1);
  }
  return list;
}

export function pull<Value>(list: Value[], ...values: readonly Value[]): Value[];
export function pull(list?: unknown, ...values: readonly unknown[]): unknown;
/** Takes values out of a list, in place. */
export function pull(list?: unknown, ...values: readonly unknown[]): unknown {
  return pullAll(list, values);
}

export function remove<Value>(list: List<Value>, predicate?: TestOf<Value>): Value[];
export function remove(list?: unknown, predicate?: unknown): unknown[];
/** Takes out of a list what a test is true of, in place, and gives it. */
export function remove(list?: unknown, predicate?: unknown): unknown[] {
  if (!list || !lengthOf(list)) return [];
  const test = toFunction(predicate);
  const array = list as unknown[];
  const { length } = array;
  const found: unknown[] = [];
  const places: number[] = [];
  for (let index = 0; index < length; index++) {
    const value = array[index];
    if (!test(value, index, array)) continue;
    found.push(value);
    places.push(index);
  }
  for (const place of places.reverse()) Array.prototype.splice.call(array, place, 1);
  return found;
}

/** The elements of several lists, by their places. */
export function unzip(lists?: unknown): unknown[][] {
  if (!lists || !lengthOf(lists)) return [];
  const groups = listOf(lists as ArrayLike<unknown>).filter((group) => isArrayLikeObject(group));
  const length = Math.max(0, ...groups.map((group) => group.length));
  return Array.from({ length }, (_, index) => groups.map((group) => group[index]));
}

export function zip<Value, Other>(list: List<Value>, others: List<Other>): [Value | undefined, Other | undefined][];
export function zip(...lists: readonly unknown[]): unknown[][];
/** The elements of several lists, by their places. */
export function zip(...lists: readonly unknown[]): unknown[][] {
  return unzip(lists);
}

export function zipObject<Value>(names: List<PropertyKey>, values: List<Value>): Record<string, Value>;
export function zipObject(names?: unknown, values?: unknown): object;
/** An object of names and values. */
export function zipObject(names?: unknown, values?: unknown): object {
  const result = {};
  const list = (values || []) as ArrayLike<unknown>;
  listOf((names || []) as ArrayLike<unknown>).forEach((name, index) =>
    assignValue(result, name as string, index < list.length ? list[index] : undefined),
  );
  return result;
}

export function fromPairs<Value>(pairs: List<readonly [PropertyKey, Value]>): Record<string, Value>;
export function fromPairs(pairs?: unknown): object;
/** An object of pairs of a name and a value. */
export function fromPairs(pairs?: unknown): object {
  const result = {};
  const length = lengthOf(pairs);
  for (let index = 0; index < length; index++) {
    const pair = (pairs as ArrayLike<Bag>)[index] as Bag;
    setValue(result, pair[0] as string, pair[1]);
  }
  return result;
}

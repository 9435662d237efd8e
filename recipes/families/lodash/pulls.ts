/** Lists changed in place, by functions and by places. */
import { toFunction } from "./iteratee.ts";
import { flattenTo, isSpread } from "./flat.ts";
import { isIndex, isSame, listOf } from "./kinds.ts";
import type { List } from "./kinds.ts";
import { lengthOf } from "./lists.ts";
import { at, unset } from "./places.ts";
import { compareValues } from "./sort.ts";

/** Takes out of a list what is the same as one of the values. */
function takeOut(
  list: unknown[],
  values: ArrayLike<unknown>,
  of: ((value: unknown) => unknown) | undefined,
  isFound: (one: unknown, value: unknown) => unknown,
): void {
  const given = (list as unknown) === values ? listOf(values) : values;
  const keys = of === undefined ? list : new Array<unknown>(list.length);
  for (let index = 0; index < list.length && of !== undefined; index++) keys[index] = of(list[index]);
  for (let index = 0; index < given.length; index++) {
    const key = of === undefined ? given[index] : of(given[index]);
    for (let place = 0; place < keys.length;) {
      if (!isFound(keys[place], key)) {
        place += 1;
        continue;
      }
      if (keys !== list) keys.splice(place, 1);
      Array.prototype.splice.call(list, place, 1);
    }
  }
}

/** Takes values out of a list, in place, by what a function makes of them. */
export function pullAllBy(list?: unknown, values?: unknown, iteratee?: unknown): unknown {
  if (!list || !lengthOf(list) || !values || !lengthOf(values)) return list;
  const of = toFunction(iteratee);
  takeOut(list as unknown[], values as unknown[], (value) => of(value), isSame);
  return list;
}

/** Takes values out of a list, in place, as a test says. */
export function pullAllWith(list?: unknown, values?: unknown, comparator?: unknown): unknown {
  if (!list || !lengthOf(list) || !values || !lengthOf(values)) return list;
  const test = comparator as ((one: unknown, value: unknown) => unknown) | undefined;
  takeOut(list as unknown[], values as unknown[], undefined, test || isSame);
  return list;
}

export function pullAt<Value>(list: List<Value>, ...places: readonly (number | readonly number[])[]): Value[];
export function pullAt(list?: unknown, ...places: readonly unknown[]): unknown[];
/** Takes what is at some places out of a list, in place, and gives it. */
export function pullAt(list?: unknown, ...places: readonly unknown[]): unknown[] {
  const all = flattenTo(places, 1, isSpread);
  // What has no length has a place of any number.
  const length = list === undefined || list === null ? 0 : (list as Partial<ArrayLike<unknown>>).length;
  const found = at(list, all);
  const sorted = all.map((place) => (isIndex(place, length) ? +(place as number) : place)).sort(compareValues);
  if (!list) return found;
  for (const [index, place] of [...sorted.entries()].reverse()) {
    if (index < sorted.length - 1 && place === sorted[index + 1]) continue;
    if (isIndex(place)) Array.prototype.splice.call(list as unknown[], place as number, 1);
    else unset(list, place);
  }
  return found;
}

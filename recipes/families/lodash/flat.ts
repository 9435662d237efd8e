/** Nested lists as one. */
import { isArguments, listOf } from "./kinds.ts";
import type { Bag, List } from "./kinds.ts";
import { lengthOf } from "./lists.ts";
import { toInteger } from "./numbers.ts";

/** Puts the elements of nested lists into one, down to a depth; `only` leaves out what is no list. */
export function flattenTo(
  list: ArrayLike<unknown>,
  depth: number,
  isNested: (value: unknown) => boolean,
  only = false,
): unknown[] {
  const found: unknown[] = [];
  const add = (values: ArrayLike<unknown>, left: number): void => {
    const { length } = values;
    for (let index = 0; index < length; index++) {
      const value = values[index];
      if (left > 0 && isNested(value)) {
        if (left > 1) add(value as ArrayLike<unknown>, left - 1);
        else found.push(...listOf(value as ArrayLike<unknown>));
      } else if (!only) {
        found.push(value);
      }
    }
  };
  add(list, depth);
  return found;
}

/** Tells whether a value is spread into the list it is put in. */
export function isSpread(value: unknown): boolean {
  return Array.isArray(value) || isArguments(value) || (!!value && !!(value as Bag)[Symbol.isConcatSpreadable]);
}

export function flatten<Value>(list: List<Value | readonly Value[]>): Value[];
export function flatten(list?: unknown): unknown[];
/** Puts the elements of nested arrays into one array, one level of them. */
export function flatten(list?: unknown): unknown[] {
  return lengthOf(list) ? flattenTo(list as ArrayLike<unknown>, 1, isSpread) : [];
}

/** Puts the elements of nested arrays into one array. */
export function flattenDeep(list?: unknown): unknown[] {
  return lengthOf(list) ? flattenTo(list as ArrayLike<unknown>, Infinity, isSpread) : [];
}

/** Puts the elements of nested arrays into one array, down to a depth. */
export function flattenDepth(list?: unknown, depth?: unknown): unknown[] {
  if (!lengthOf(list)) return [];
  return flattenTo(list as ArrayLike<unknown>, depth === undefined ? 1 : toInteger(depth), isSpread);
}

export function concat<Value>(...values: readonly (Value | readonly Value[])[]): Value[];
export function concat(...values: readonly unknown[]): unknown[];
/** A list with further values, and the elements of further arrays. */
export function concat(...values: readonly unknown[]): unknown[] {
  if (values.length === 0) return [];
  const [first] = values;
  const start = Array.isArray(first) ? listOf(first) : [first];
  return [...start, ...flattenTo(values.slice(1), 1, isSpread)];
}

/** One value of the elements, one after the other. */
import { toFunction } from "./iteratee.ts";
import { walk, walkBack } from "./keys.ts";
import type { List } from "./kinds.ts";

export function reduce<Value, Result>(
  collection: List<Value>,
  iteratee: (before: Result, value: Value, index: number, list: ArrayLike<Value>) => Result,
  initial: Result,
): Result;
export function reduce<Holder extends object, Result>(
  collection: Holder | null | undefined,
  iteratee: (before: Result, value: Holder[keyof Holder], key: string, holder: Holder) => Result,
  initial: Result,
): Result;
export function reduce<Value>(
  collection: List<Value>,
  iteratee: (before: Value, value: Value, index: number, list: ArrayLike<Value>) => Value,
): Value | undefined;
export function reduce(collection?: unknown, iteratee?: unknown, ...initial: readonly unknown[]): unknown;
/** What a function makes of the elements one after the other, beginning with a value or the first element. */
export function reduce(collection?: unknown, iteratee?: unknown, ...initial: readonly unknown[]): unknown {
  return fold(collection, iteratee, initial, walk);
}

export function reduceRight<Value, Result>(
  collection: List<Value>,
  iteratee: (before: Result, value: Value, index: number, list: ArrayLike<Value>) => Result,
  initial: Result,
): Result;
export function reduceRight(collection?: unknown, iteratee?: unknown, ...initial: readonly unknown[]): unknown;
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

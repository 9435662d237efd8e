/** What a function makes of each element. */
import { flattenTo, isSpread } from "./flat.ts";
import { toFunction } from "./iteratee.ts";
import { walk } from "./keys.ts";
import type { EachOf, List } from "./kinds.ts";
import { toInteger } from "./numbers.ts";
import { invoke } from "./places.ts";

export function mapEach<Value, Result>(
  collection: readonly Value[] | null | undefined,
  iteratee: (value: Value, index: number, list: Value[]) => Result,
): Result[];
export function mapEach<Collection, Result>(collection: Collection, iteratee: EachOf<Collection, Result>): Result[];
/** What a function makes of each element. */
export function mapEach<Collection, Result>(collection: Collection, iteratee: (...args: never[]) => Result): Result[] {
  const of = iteratee as (...args: readonly unknown[]) => Result;
  const results: Result[] = [];
  walk(collection, (value, key, holder) => {
    results.push(of(value, key, holder));
  });
  return results;
}

export function map<Value, Key extends keyof Value>(collection: List<Value>, iteratee: Key): Value[Key][];
export function map(collection?: unknown, iteratee?: unknown): unknown[];
/** What a function makes of each element. */
export function map(collection?: unknown, iteratee?: unknown): unknown[] {
  return mapEach(collection, toFunction(iteratee));
}

export function flatMapEach<Value, Result>(
  collection: readonly Value[] | null | undefined,
  iteratee: (value: Value, index: number, list: Value[]) => Result | readonly Result[],
): Result[];
export function flatMapEach<Collection, Result>(
  collection: Collection,
  iteratee: EachOf<Collection, Result | readonly Result[]>,
): Result[];
/** What a function makes of each element, the elements of lists one by one. */
export function flatMapEach<Collection, Result>(
  collection: Collection,
  iteratee: (...args: never[]) => Result | readonly Result[],
): Result[] {
  return flattenTo(
    mapEach(collection, iteratee as EachOf<Collection, Result | readonly Result[]>),
    1,
    isSpread,
  ) as Result[];
}

export function flatMap<Value, Result>(
  collection: List<Value>,
  iteratee: (value: Value, index: number, list: ArrayLike<Value>) => Result | readonly Result[],
): Result[];
export function flatMap(collection?: unknown, iteratee?: unknown): unknown[];
/** What a function makes of each element, the elements of lists one by one. */
export function flatMap(collection?: unknown, iteratee?: unknown): unknown[] {
  return flatMapEach(collection, toFunction(iteratee));
}

/** What a function makes of each element, the elements of nested lists one by one. */
export function flatMapDeep(collection?: unknown, iteratee?: unknown): unknown[] {
  return flattenTo(map(collection, iteratee), Infinity, isSpread);
}

/** What a function makes of each element, the elements of nested lists one by one, down to a depth. */
export function flatMapDepth(collection?: unknown, iteratee?: unknown, depth?: unknown): unknown[] {
  const levels = depth === undefined ? 1 : toInteger(depth);
  return flattenTo(map(collection, iteratee), levels, isSpread);
}

/** What the method at a path of each element gives, or a function that is called on each. */
export function invokeMap(collection?: unknown, path?: unknown, ...args: readonly unknown[]): unknown[] {
  const call = typeof path === "function" ? (path as () => unknown) : undefined;
  return mapEach(collection, (value: unknown) =>
    call === undefined ? invoke(value, path, ...args) : Reflect.apply(call, value, args),
  );
}

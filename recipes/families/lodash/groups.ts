/** Lists and objects in groups, by what a function makes of each element. */
import { toFunction } from "./iteratee.ts";
import { setValue, walk } from "./keys.ts";
import type { By, ElementOf, List } from "./kinds.ts";

/** The elements in groups, by what a function makes of each. */
export function groupEach<Collection>(
  collection: Collection,
  iteratee: (value: ElementOf<NonNullable<Collection>>) => unknown,
): Record<string, ElementOf<NonNullable<Collection>>[]> {
  const groups: Record<string, ElementOf<NonNullable<Collection>>[]> = {};
  walk(collection, (one) => {
    const value = one as ElementOf<NonNullable<Collection>>;
    const key = iteratee(value) as string;
    if (Object.prototype.hasOwnProperty.call(groups, key)) (groups[key] as unknown[]).push(value);
    else setValue(groups, key, [value]);
  });
  return groups;
}

export function groupBy<Value>(collection: List<Value>, iteratee?: By<Value>): Record<string, Value[]>;
export function groupBy<Holder extends object>(
  collection: Holder | null | undefined,
  iteratee?: By<Holder[keyof Holder]>,
): Record<string, Holder[keyof Holder][]>;
export function groupBy(collection?: unknown, iteratee?: unknown): Record<string, unknown[]>;
/** The elements in groups, by what a function makes of each. */
export function groupBy(collection?: unknown, iteratee?: unknown): Record<string, unknown[]> {
  return groupEach(collection, toFunction(iteratee));
}

export function countBy<Value>(collection: List<Value>, iteratee?: By<Value>): Record<string, number>;
export function countBy(collection?: unknown, iteratee?: unknown): Record<string, number>;
/** How many elements a function makes the same of. */
export function countBy(collection?: unknown, iteratee?: unknown): Record<string, number> {
  const counts: Record<string, number> = {};
  const of = toFunction(iteratee);
  walk(collection, (value) => {
    const key = of(value) as string;
    const isKnown = Object.prototype.hasOwnProperty.call(counts, key);
    setValue(counts, key, isKnown ? (counts[key] as number) + 1 : 1);
  });
  return counts;
}

export function keyBy<Value>(collection: List<Value>, iteratee?: By<Value>): Record<string, Value>;
export function keyBy<Holder extends object>(
  collection: Holder | null | undefined,
  iteratee?: By<Holder[keyof Holder]>,
): Record<string, Holder[keyof Holder]>;
export function keyBy(collection?: unknown, iteratee?: unknown): Record<string, unknown>;
/** The elements by what a function makes of each; the last one of a key stays. */
export function keyBy(collection?: unknown, iteratee?: unknown): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const of = toFunction(iteratee);
  walk(collection, (value) => {
    setValue(found, of(value) as string, value);
  });
  return found;
}

export function partition<Value, Found extends Value>(
  collection: List<Value>,
  predicate: (value: Value) => value is Found,
): [Found[], Exclude<Value, Found>[]];
export function partition<Value>(collection: List<Value>, predicate?: By<Value>): [Value[], Value[]];
export function partition(collection?: unknown, predicate?: unknown): [unknown[], unknown[]];
/** The elements a test is true of, and the others. */
export function partition(collection?: unknown, predicate?: unknown): [unknown[], unknown[]] {
  const parts: [unknown[], unknown[]] = [[], []];
  const test = toFunction(predicate);
  walk(collection, (value) => {
    parts[test(value) ? 0 : 1].push(value);
  });
  return parts;
}

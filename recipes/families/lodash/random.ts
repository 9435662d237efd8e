/** Elements and numbers by chance. */
import { values } from "./collections.ts";
import { listOf } from "./kinds.ts";
import type { List } from "./kinds.ts";
import { isVisit, lengthOf } from "./lists.ts";
import { toFinite, toInteger } from "./numbers.ts";

/** A whole number between two, both included. */
function wholeBetween(lowest: number, highest: number): number {
  return lowest + Math.floor(Math.random() * (highest - lowest + 1));
}

/** A number between two, both included: a whole one, unless a bound has a fraction or the last argument is true. */
export function random(lower?: unknown, upper?: unknown, floating?: unknown): number {
  const isCalled = floating && typeof floating !== "boolean" && isVisit(lower, upper, floating);
  let [first, second, isFloating] = isCalled ? [lower] : [lower, upper, floating];
  if (isFloating === undefined && typeof second === "boolean") [second, isFloating] = [undefined, second];
  else if (isFloating === undefined && typeof first === "boolean") [first, isFloating] = [undefined, first];
  const isBare = first === undefined && second === undefined;
  const from = second === undefined ? 0 : toFinite(first);
  const to = second === undefined ? (isBare ? 1 : toFinite(first)) : toFinite(second);
  const [start, end] = from > to ? [to, from] : [from, to];
  if (!isFloating && !(start % 1) && !(end % 1)) return wholeBetween(start, end);
  const share = Math.random();
  return Math.min(start + share * (end - start + Number(`1e-${String(share).length - 1}`)), end);
}

/** The elements of a list or an object in an order by chance, the first so many of them. */
function mixed(collection: unknown, count?: number): unknown[] {
  const list = Array.isArray(collection) ? listOf(collection) : values(collection);
  const length = count === undefined ? list.length : Math.min(Math.max(count, 0), list.length);
  for (let index = 0; index < length; index++) {
    const place = wholeBetween(index, list.length - 1);
    [list[index], list[place]] = [list[place], list[index]];
  }
  list.length = length;
  return list;
}

export function shuffle<Value>(collection: List<Value>): Value[];
export function shuffle<Holder extends object>(collection: Holder | null | undefined): Holder[keyof Holder][];
export function shuffle(collection?: unknown): unknown[];
/** The elements in an order by chance. */
export function shuffle(collection?: unknown): unknown[] {
  return mixed(collection);
}

export function sample<Value>(collection: List<Value>): Value | undefined;
export function sample<Holder extends object>(collection: Holder | null | undefined): Holder[keyof Holder] | undefined;
export function sample(collection?: unknown): unknown;
/** An element by chance. */
export function sample(collection?: unknown): unknown {
  const list = Array.isArray(collection) ? collection : values(collection);
  return lengthOf(list) ? list[wholeBetween(0, list.length - 1)] : undefined;
}

export function sampleSize<Value>(collection: List<Value>, count?: number): Value[];
export function sampleSize(collection?: unknown, count?: unknown, guard?: unknown): unknown[];
/** So many elements by chance. */
export function sampleSize(collection?: unknown, count?: unknown, guard?: unknown): unknown[] {
  const isOne = guard ? isVisit(collection, count, guard) : count === undefined;
  return mixed(collection, isOne ? 1 : toInteger(count));
}

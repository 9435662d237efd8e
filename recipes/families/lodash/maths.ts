/** Numbers, one and many. */
import type { List, By } from "./kinds.ts";
import { toFunction } from "./iteratee.ts";
import { isSymbol } from "./kinds.ts";
import { isVisit, lengthOf } from "./lists.ts";
import { textFrom } from "./texts.ts";
import { toFinite, toInteger, toNumber, toString } from "./numbers.ts";

/** Two values as the operands of an operation: both texts where one is, else both numbers. */
function operate(value: unknown, other: unknown, none: number, operation: (a: number, b: number) => number): unknown {
  if (value === undefined && other === undefined) return none;
  if (other === undefined) return value;
  if (value === undefined) return other;
  const isText = typeof value === "string" || typeof other === "string";
  const cast = (one: unknown): unknown => (isText ? textFrom(one) : isSymbol(one) ? Number.NaN : +(one as number));
  return operation(cast(value) as number, cast(other) as number);
}

/** The sum of two values. */
export function add(value?: unknown, other?: unknown): unknown {
  return operate(value, other, 0, (a, b) => a + b);
}

/** The difference of two values. */
export function subtract(value?: unknown, other?: unknown): unknown {
  return operate(value, other, 0, (a, b) => a - b);
}

/** The product of two values. */
export function multiply(value?: unknown, other?: unknown): unknown {
  return operate(value, other, 1, (a, b) => a * b);
}

/** The quotient of two values. */
export function divide(value?: unknown, other?: unknown): unknown {
  return operate(value, other, 1, (a, b) => a / b);
}

/** Rounds a number to so many digits, by moving its decimal point and back. */
function roundBy(cut: (number: number) => number, value: unknown, precision: unknown): number {
  const number = toNumber(value);
  const digits = precision === undefined || precision === null ? 0 : Math.min(toInteger(precision), 292);
  if (!digits || !Number.isFinite(number)) return cut(number);
  const move = (one: number, by: number): number => {
    const [base = "", exponent = ""] = `${toString(one)}e`.split("e");
    return Number(`${base}e${Number(exponent) + by}`);
  };
  return move(cut(move(number, digits)), -digits);
}

/** Rounds a number up. */
export function ceil(number?: unknown, precision?: unknown): number {
  return roundBy((one) => Math.ceil(one), number, precision);
}

/** Rounds a number down. */
export function floor(number?: unknown, precision?: unknown): number {
  return roundBy((one) => Math.floor(one), number, precision);
}

/** Rounds a number. */
export function round(number?: unknown, precision?: unknown): number {
  return roundBy((one) => Math.round(one), number, precision);
}

/** The element of which a function makes what is ahead of all others. */
function extreme(list: unknown, of: (value: unknown) => unknown, isAhead: (a: number, b: number) => boolean): unknown {
  let result: unknown;
  let best: unknown;
  const length = list ? lengthOf(list) : 0;
  for (let index = 0; index < length; index++) {
    const value = (list as ArrayLike<unknown>)[index];
    const key = of(value);
    if (key === undefined || key === null) continue;
    const isBest = best === undefined ? key === key && !isSymbol(key) : isAhead(key as number, best as number);
    if (isBest) [best, result] = [key, value];
  }
  return result;
}

export function max<Value>(list: List<Value>): Value | undefined;
export function max(list?: unknown): unknown;
/** The greatest element. */
export function max(list?: unknown): unknown {
  return extreme(
    list,
    (value) => value,
    (a, b) => a > b,
  );
}

export function maxBy<Value>(list: List<Value>, iteratee?: By<Value>): Value | undefined;
export function maxBy(list?: unknown, iteratee?: unknown): unknown;
/** The element of which a function makes the greatest. */
export function maxBy(list?: unknown, iteratee?: unknown): unknown {
  if (!list || !lengthOf(list)) return undefined;
  const of = toFunction(iteratee);
  return extreme(
    list,
    (value) => of(value),
    (a, b) => a > b,
  );
}

export function min<Value>(list: List<Value>): Value | undefined;
export function min(list?: unknown): unknown;
/** The smallest element. */
export function min(list?: unknown): unknown {
  return extreme(
    list,
    (value) => value,
    (a, b) => a < b,
  );
}

export function minBy<Value>(list: List<Value>, iteratee?: By<Value>): Value | undefined;
export function minBy(list?: unknown, iteratee?: unknown): unknown;
/** The element of which a function makes the smallest. */
export function minBy(list?: unknown, iteratee?: unknown): unknown {
  if (!list || !lengthOf(list)) return undefined;
  const of = toFunction(iteratee);
  return extreme(
    list,
    (value) => of(value),
    (a, b) => a < b,
  );
}

function total(list: unknown, of: (value: unknown) => unknown): unknown {
  let result: unknown;
  const { length } = list as ArrayLike<unknown>;
  for (let index = 0; index < length; index++) {
    const value = of((list as ArrayLike<unknown>)[index]);
    if (value !== undefined) result = result === undefined ? value : (result as number) + (value as number);
  }
  return result;
}

export function sum(list: List<number>): number;
export function sum(list?: unknown): unknown;
/** The sum of the elements. */
export function sum(list?: unknown): unknown {
  return list && lengthOf(list) ? total(list, (value) => value) : 0;
}

export function sumBy<Value>(list: List<Value>, iteratee?: By<Value>): number;
export function sumBy(list?: unknown, iteratee?: unknown): unknown;
/** The sum of what a function makes of the elements. */
export function sumBy(list?: unknown, iteratee?: unknown): unknown {
  if (!list || !lengthOf(list)) return 0;
  const of = toFunction(iteratee);
  return total(list, (value) => of(value));
}

/** The mean of the elements. */
export function mean(list?: unknown): number {
  return meanBy(list);
}

export function meanBy<Value>(list: List<Value>, iteratee?: By<Value>): number;
export function meanBy(list?: unknown, iteratee?: unknown): number;
/** The mean of what a function makes of the elements. */
export function meanBy(list?: unknown, iteratee?: unknown): number {
  const of = toFunction(iteratee);
  const length = lengthOf(list);
  return length ? (total(list, (value) => of(value)) as number) / length : Number.NaN;
}

/** A number no smaller than one bound and no greater than another. */
export function clamp(number?: unknown, lower?: unknown, upper?: unknown): number {
  const bound = (one: unknown): number | undefined => {
    if (one === undefined) return undefined;
    const asked = toNumber(one);
    // It may be -0.
    return asked === asked ? asked : 0;
  };
  const highest = bound(upper === undefined ? lower : upper);
  const lowest = upper === undefined ? undefined : bound(lower);
  let value = toNumber(number);
  if (value !== value) return value;
  if (highest !== undefined && !(value <= highest)) value = highest;
  return lowest !== undefined && !(value >= lowest) ? lowest : value;
}

/** Tells whether a number lies between two bounds, or 0 and one. */
export function inRange(number?: unknown, start?: unknown, end?: unknown): boolean {
  const first = toFinite(start);
  const [a, b] = end === undefined ? [0, first] : [first, toFinite(end)];
  const value = toNumber(number);
  return value >= Math.min(a, b) && value < Math.max(a, b);
}

function numbersFrom(start: unknown, end: unknown, step: unknown): number[] {
  const isCalled = step && typeof step !== "number" && isVisit(start, end, step);
  const first = toFinite(start);
  const [from, to] = isCalled || end === undefined ? [0, first] : [first, toFinite(end)];
  const by = isCalled || step === undefined ? (from < to ? 1 : -1) : toFinite(step);
  const numbers = new Array<number>(Math.max(Math.ceil((to - from) / (by || 1)), 0));
  let value = from;
  for (let index = 0; index < numbers.length; index++) {
    numbers[index] = value;
    value += by;
  }
  return numbers;
}

/** The numbers from one up to another, in steps. */
export function range(start?: unknown, end?: unknown, step?: unknown): number[] {
  return numbersFrom(start, end, step);
}

/** The numbers from one up to another, in steps, the last one first. */
export function rangeRight(start?: unknown, end?: unknown, step?: unknown): number[] {
  return numbersFrom(start, end, step).reverse();
}

export function times<Result>(count: number, iteratee: (index: number) => Result): Result[];
export function times(count?: unknown, iteratee?: unknown): unknown[];
/** What a function makes of the numbers from 0 on, so many of them. */
export function times(count?: unknown, iteratee?: unknown): unknown[] {
  const length = toInteger(count);
  const results: unknown[] = [];
  if (length < 1 || length > Number.MAX_SAFE_INTEGER) return results;
  const of = toFunction(iteratee);
  for (let index = 0; index < length; index++) results.push(of(index));
  return results;
}

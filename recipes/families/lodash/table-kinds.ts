/** Kinds, comparisons and conversions: what stands in for each method, the first case whose parameters fit. */
import { since } from "../../../src/recipe.ts";
import { clone, cloneDeep, cloneDeepWith, cloneWith } from "./clone.ts";
import { isString } from "./collections.ts";
import { conformsTo } from "./combine.ts";
import { isEqual, isEqualWith } from "./equal.ts";
import { isMatchWith } from "./iteratee.ts";
import {
  isArguments,
  isArrayLike,
  isArrayLikeObject,
  isBuffer,
  isFunction,
  isLength,
  isObject,
  isObjectLike,
  isPlainObject,
  isSymbol,
  isTypedArray,
} from "./kinds.ts";
import {
  attempt,
  castArray,
  defaultTo,
  gt,
  gte,
  isArrayBuffer,
  isBoolean,
  isDate,
  isElement,
  isEmpty,
  isError,
  isMap,
  isMatch,
  isNaN,
  isNumber,
  isRegExp,
  isSet,
  isWeakMap,
  isWeakSet,
  lt,
  lte,
  toArray,
  toLength,
  toPath,
  toPlainObject,
  toSafeInteger,
} from "./language.ts";
import { toFinite, toInteger, toNumber, toString } from "./numbers.ts";
import { es2020 } from "./floors.ts";

export const gtCases = [(value: number, other: number) => value > other, gt];

export const gteCases = [(value: number, other: number) => value >= other, gte];

export const isBooleanCases = [
  (value: string | number | boolean | bigint | symbol | readonly unknown[] | null | undefined) =>
    typeof value === "boolean",
  isBoolean,
];

export const isEmptyCases = [
  (value: string | readonly unknown[]) => value.length === 0,
  (value: Map<unknown, unknown> | Set<unknown>) => value.size === 0,
  since(es2020, (value: string | readonly unknown[] | null | undefined) => !value?.length),
  isEmpty,
];

export const isEqualCases = [(value: string | boolean, other: string | boolean) => value === other, isEqual];

export const isNaNCases = [(value: number) => Number.isNaN(value), isNaN];

export const isNumberCases = [
  (value: string | number | boolean | bigint | symbol | readonly unknown[] | null | undefined) =>
    typeof value === "number",
  isNumber,
];

export const isStringCases = [
  (value: string | number | boolean | bigint | symbol | readonly unknown[] | null | undefined) =>
    typeof value === "string",
  isString,
];

export const ltCases = [(value: number, other: number) => value < other, lt];

export const lteCases = [(value: number, other: number) => value <= other, lte];

export const toStringCases = [
  (value: string) => value,
  since(es2020, (value: string | null | undefined) => value ?? ""),
  toString,
];

/** Kinds, comparisons and conversions. */
export const kindsMethods = {
  attempt,
  castArray,
  clone,
  cloneDeep,
  cloneDeepWith,
  cloneWith,
  conformsTo,
  defaultTo,
  gt: gtCases,
  gte: gteCases,
  isArguments,
  isArrayBuffer,
  isArrayLike,
  isArrayLikeObject,
  isBoolean: isBooleanCases,
  isBuffer,
  isDate,
  isElement,
  isEmpty: isEmptyCases,
  isEqual: isEqualCases,
  isEqualWith,
  isError,
  isFunction,
  isLength,
  isMap,
  isMatch,
  isMatchWith,
  isNaN: isNaNCases,
  isNumber: isNumberCases,
  isObject,
  isObjectLike,
  isPlainObject,
  isRegExp,
  isSet,
  isString: isStringCases,
  isSymbol,
  isTypedArray,
  isWeakMap,
  isWeakSet,
  lt: ltCases,
  lte: lteCases,
  toArray,
  toFinite,
  toInteger,
  toLength,
  toNumber,
  toPath,
  toPlainObject,
  toSafeInteger,
  toString: toStringCases,
  /** Tells whether two values are the same; NaN is itself. */
  eq: (value?: unknown, other?: unknown) => value === other || (value !== value && other !== other),
  isArray: Array.isArray,
  isFinite: Number.isFinite,
  isInteger: Number.isInteger,
  /** Tells whether a value is undefined or null. */
  isNil: (value?: unknown) => value === undefined || value === null,
  /** Tells whether a value is null. */
  isNull: (value?: unknown) => value === null,
  isSafeInteger: Number.isSafeInteger,
  /** Tells whether a value is undefined. */
  isUndefined: (value?: unknown) => value === undefined,
};

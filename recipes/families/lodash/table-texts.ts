/** Texts and numbers: what stands in for each method, the first case whose parameters fit. */
import { type Count, type NonEmpty } from "../../../src/recipe.ts";
import {
  add,
  ceil,
  clamp,
  divide,
  floor,
  inRange,
  max,
  maxBy,
  mean,
  meanBy,
  min,
  minBy,
  multiply,
  range,
  rangeRight,
  round,
  subtract,
  sum,
  sumBy,
  times,
} from "./maths.ts";
import {
  capitalize,
  endsWith,
  escape,
  escapeRegExp,
  lowerFirst,
  pad,
  padEnd,
  padStart,
  parseInt,
  repeat,
  replace,
  split,
  startsWith,
  toLower,
  toUpper,
  trim,
  trimEnd,
  trimStart,
  truncate,
  unescape,
  upperFirst,
} from "./texts.ts";
import { camelCase, deburr, kebabCase, lowerCase, snakeCase, startCase, upperCase, words } from "./words.ts";

export const addCases = [(value: number, other: number) => value + other, add];

export const ceilCases = [(number: number) => Math.ceil(number), ceil];

export const divideCases = [(value: number, other: number) => value / other, divide];

export const endsWithCases = [
  (text: string | null | undefined, target: string) => (text ?? "").endsWith(target),
  endsWith,
];

export const floorCases = [(number: number) => Math.floor(number), floor];

export const multiplyCases = [(value: number, other: number) => value * other, multiply];

export const parseIntCases = [
  (text: string, radix: number) => Number.parseInt(text, radix),
  (text: string) => Number.parseInt(text),
  parseInt,
];

export const rangeCases = [(end: Count) => [...Array(end).keys()], range];

export const repeatCases = [(text: string | null | undefined, count: Count) => (text ?? "").repeat(count), repeat];

export const replaceCases = [
  (text: string | null | undefined, pattern: string | RegExp, replacement: string) =>
    (text ?? "").replace(pattern, replacement),
  replace,
];

export const roundCases = [(number: number) => Math.round(number), round];

export const splitCases = [
  (text: string | null | undefined, separator: NonEmpty | RegExp) => (text ?? "").split(separator),
  split,
];

export const startsWithCases = [
  (text: string | null | undefined, target: string) => (text ?? "").startsWith(target),
  startsWith,
];

export const subtractCases = [(value: number, other: number) => value - other, subtract];

export const toLowerCases = [(text: string | null | undefined) => (text ?? "").toLowerCase(), toLower];

export const toUpperCases = [(text: string | null | undefined) => (text ?? "").toUpperCase(), toUpper];

export const trimCases = [(text: string | null | undefined) => (text ?? "").trim(), trim];

export const trimEndCases = [(text: string | null | undefined) => (text ?? "").trimEnd(), trimEnd];

export const trimStartCases = [(text: string | null | undefined) => (text ?? "").trimStart(), trimStart];

/** Texts and numbers. */
export const textsMethods = {
  add: addCases,
  camelCase,
  capitalize,
  ceil: ceilCases,
  clamp,
  deburr,
  divide: divideCases,
  endsWith: endsWithCases,
  escape,
  escapeRegExp,
  floor: floorCases,
  inRange,
  kebabCase,
  lowerCase,
  lowerFirst,
  max,
  maxBy,
  mean,
  meanBy,
  min,
  minBy,
  multiply: multiplyCases,
  pad,
  padEnd,
  padStart,
  parseInt: parseIntCases,
  range: rangeCases,
  rangeRight,
  repeat: repeatCases,
  replace: replaceCases,
  round: roundCases,
  snakeCase,
  split: splitCases,
  startCase,
  startsWith: startsWithCases,
  subtract: subtractCases,
  sum,
  sumBy,
  times,
  toLower: toLowerCases,
  toUpper: toUpperCases,
  trim: trimCases,
  trimEnd: trimEndCases,
  trimStart: trimStartCases,
  truncate,
  unescape,
  upperCase,
  upperFirst,
  words,
};

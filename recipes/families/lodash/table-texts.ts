/** Texts and numbers: what stands in for each method, the first case whose parameters fit. */
import { since, type Count, type NonEmpty } from "../../../src/recipe.ts";
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
import { es2019, es2020 } from "./floors.ts";

export const addCases = [(value: number, other: number) => value + other, add];

export const ceilCases = [(number: number) => Math.ceil(number), ceil];

export const divideCases = [(value: number, other: number) => value / other, divide];

export const endsWithCases = [
  (text: string, target: string) => text.endsWith(target),
  since(es2020, (text: string | null | undefined, target: string) => (text ?? "").endsWith(target)),
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

export const repeatCases = [
  (text: string, count: Count) => text.repeat(count),
  since(es2020, (text: string | null | undefined, count: Count) => (text ?? "").repeat(count)),
  repeat,
];

export const replaceCases = [
  (text: string, pattern: string | RegExp, replacement: string) => text.replace(pattern, replacement),
  since(es2020, (text: string | null | undefined, pattern: string | RegExp, replacement: string) =>
    (text ?? "").replace(pattern, replacement),
  ),
  replace,
];

export const roundCases = [(number: number) => Math.round(number), round];

export const splitCases = [
  (text: string, separator: NonEmpty | RegExp) => text.split(separator),
  since(es2020, (text: string | null | undefined, separator: NonEmpty | RegExp) => (text ?? "").split(separator)),
  split,
];

export const startsWithCases = [
  (text: string, target: string) => text.startsWith(target),
  since(es2020, (text: string | null | undefined, target: string) => (text ?? "").startsWith(target)),
  startsWith,
];

export const subtractCases = [(value: number, other: number) => value - other, subtract];

export const toLowerCases = [
  (text: string) => text.toLowerCase(),
  since(es2020, (text: string | null | undefined) => (text ?? "").toLowerCase()),
  toLower,
];

export const toUpperCases = [
  (text: string) => text.toUpperCase(),
  since(es2020, (text: string | null | undefined) => (text ?? "").toUpperCase()),
  toUpper,
];

export const trimCases = [
  (text: string) => text.trim(),
  since(es2020, (text: string | null | undefined) => (text ?? "").trim()),
  trim,
];

export const trimEndCases = [
  since(es2019, (text: string) => text.trimEnd()),
  since(es2020, (text: string | null | undefined) => (text ?? "").trimEnd()),
  since(es2019, trimEnd),
];

export const trimStartCases = [
  since(es2019, (text: string) => text.trimStart()),
  since(es2020, (text: string | null | undefined) => (text ?? "").trimStart()),
  since(es2019, trimStart),
];

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

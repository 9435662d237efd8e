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

const addCases = [(value: number, other: number) => value + other, add];

const ceilCases = [(number: number) => Math.ceil(number), ceil];

const divideCases = [(value: number, other: number) => value / other, divide];

const endsWithCases = [(text: string | null | undefined, target: string) => (text ?? "").endsWith(target), endsWith];

const floorCases = [(number: number) => Math.floor(number), floor];

const multiplyCases = [(value: number, other: number) => value * other, multiply];

const parseIntCases = [
  (text: string, radix: number) => Number.parseInt(text, radix),
  (text: string) => Number.parseInt(text),
  parseInt,
];

const rangeCases = [(end: Count) => [...Array(end).keys()], range];

const repeatCases = [(text: string | null | undefined, count: Count) => (text ?? "").repeat(count), repeat];

const replaceCases = [
  (text: string | null | undefined, pattern: string | RegExp, replacement: string) =>
    (text ?? "").replace(pattern, replacement),
  replace,
];

const roundCases = [(number: number) => Math.round(number), round];

const splitCases = [
  (text: string | null | undefined, separator: NonEmpty | RegExp) => (text ?? "").split(separator),
  split,
];

const startsWithCases = [
  (text: string | null | undefined, target: string) => (text ?? "").startsWith(target),
  startsWith,
];

const subtractCases = [(value: number, other: number) => value - other, subtract];

const toLowerCases = [(text: string | null | undefined) => (text ?? "").toLowerCase(), toLower];

const toUpperCases = [(text: string | null | undefined) => (text ?? "").toUpperCase(), toUpper];

const trimCases = [(text: string | null | undefined) => (text ?? "").trim(), trim];

const trimEndCases = [(text: string | null | undefined) => (text ?? "").trimEnd(), trimEnd];

const trimStartCases = [(text: string | null | undefined) => (text ?? "").trimStart(), trimStart];

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

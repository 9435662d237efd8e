import fc from "fast-check";
import { type Samples, shared } from "./sample.ts";

const WORDS = [
  "",
  " ",
  "a",
  "abc",
  "0",
  "-0",
  "1",
  "7",
  "-3",
  "1.5",
  "1e3",
  "0x1f",
  " 12 ",
  "\n",
  "\u00a0",
  "\ufeff",
  "NaN",
  "Infinity",
  "9007199254740993",
  "true",
  "null",
  "undefined",
  "length",
  "constructor",
  "__proto__",
  "toString",
  "a.b",
  "a[0].b",
  "a-b",
  "$&",
  "(x|y)*",
  "\ud83d\ude00",
  "\ud800",
  "e\u0301",
  "İ",
  "//",
  "%s",
] as const;

const NUMBERS = [
  0,
  1,
  2,
  3,
  10,
  -1,
  -0,
  0.5,
  -2.5,
  255,
  1e21,
  1e-7,
  2 ** 31,
  2 ** 32,
  2 ** 53,
  -(2 ** 53),
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

const SYMBOLS = [Symbol.iterator, Symbol("mark"), Symbol.for("registered"), Symbol.toStringTag];

/** Any code point, half of a pair too: fast-check's own "binary" first builds a table of them all, which takes most of a second. */
export const codePoints = fc.integer({ min: 0, max: 0x10_ff_ff }).map((point) => String.fromCodePoint(point));

/** Text of every kind: empty, numeric, property names, pattern characters, lone surrogates. */
export const strings: Samples = shared(
  fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: codePoints, maxLength: 12 }), fc.string({ maxLength: 12 })),
);

/** Numbers of every kind: whole, fractional, -0, NaN, infinite, unsafe. */
export const numbers: Samples = shared(
  fc.oneof(fc.constantFrom(...NUMBERS), fc.integer({ min: -40, max: 40 }), fc.double()),
);

export const booleans: Samples = shared(fc.boolean());
export const bigints: Samples = shared(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }));
export const symbols: Samples = shared(fc.constantFrom(...SYMBOLS));
export const nothing: Samples = shared(fc.constant(undefined));
export const nulls: Samples = shared(fc.constant(null));

export const primitives: Samples = fc.oneof(strings, numbers, booleans, nothing, nulls, bigints, symbols);

/** Names of properties that values here have, so that keyed access hits as often as it misses. */
export const KEYS = ["a", "b", "c", "0", "1", "length", "constructor", "toString", "hasOwnProperty", "x y"] as const;

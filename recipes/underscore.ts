import { defineRecipe, since, type Present, type Procedure } from "../src/recipe.ts";

const quirks = [
  {
    severity: "quirk",
    note: "Methods of an array pass over its holes, and give an array of its own class.",
    exports: [
      "all",
      "any",
      "collect",
      "compact",
      "detect",
      "each",
      "every",
      "filter",
      "find",
      "findIndex",
      "foldl",
      "forEach",
      "inject",
      "map",
      "reduce",
      "select",
      "some",
    ],
  },
] as const;

const each = [<Value extends Present>(list: readonly Value[], iteratee: Procedure): void => list.forEach(iteratee)];
const every = [
  <Value extends Present, Result>(
    list: readonly Value[],
    predicate: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.every(predicate),
];
const filter = [
  <Value extends Present, Result>(
    list: readonly Value[],
    predicate: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.filter(predicate),
];
const find = [
  <Value extends Present, Result>(
    list: readonly Value[],
    predicate: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.find(predicate),
];
const first = [(list: readonly unknown[] | null | undefined) => list?.[0]];
const includes = [(list: readonly unknown[], value: unknown) => list.includes(value)];
const map = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.map(iteratee),
];
const reduce = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
    initial: Result,
  ) => list.reduce(iteratee, initial),
];
const some = [
  <Value extends Present, Result>(
    list: readonly Value[],
    predicate: (value: Value, index: number, list: readonly Value[]) => Result,
  ) => list.some(predicate),
];

export default defineRecipe({
  package: "underscore",
  versions: ">=1.13.0 <1.14",
  replacement: "native methods of an array, and a look at what a value is",
  floor: { node: "14.0.0", baseline: "2020-09" },
  deviations: quirks,
  require: "default",
  exports: {
    all: every,
    any: some,
    collect: map,
    compact: [<Value extends Present>(list: readonly Value[]) => list.filter(Boolean)],
    contains: includes,
    detect: find,
    each,
    every,
    filter,
    find,
    findIndex: [
      <Value extends Present, Result>(
        list: readonly Value[],
        predicate: (value: Value, index: number, list: readonly Value[]) => Result,
      ) => list.findIndex(predicate),
    ],
    first,
    foldl: reduce,
    forEach: each,
    head: first,
    include: includes,
    includes,
    inject: reduce,
    /** Tells whether a value is an array. */
    isArray: Array.isArray,
    /** Tells whether a value is an ArrayBuffer. */
    isArrayBuffer: (value?: unknown) => Object.prototype.toString.call(value) === "[object ArrayBuffer]",
    /** Tells whether a value is true, false, or an object of one. */
    isBoolean: (value?: unknown) =>
      value === true || value === false || Object.prototype.toString.call(value) === "[object Boolean]",
    /** Tells whether a value is a Date. */
    isDate: (value?: unknown) => Object.prototype.toString.call(value) === "[object Date]",
    /** Tells whether a value is an Error. */
    isError: (value?: unknown) => Object.prototype.toString.call(value) === "[object Error]",
    /** Tells whether a value is a function. */
    isFunction: (value?: unknown) => typeof value === "function",
    /** Tells whether a value is null. */
    isNull: (value?: unknown) => value === null,
    /** Tells whether a value is a number, or an object of one. */
    isNumber: (value?: unknown) => Object.prototype.toString.call(value) === "[object Number]",
    /** Tells whether a value is an object or a function. */
    isObject: (value?: unknown) => typeof value === "function" || (typeof value === "object" && value !== null),
    /** Tells whether a value is a regular expression. */
    isRegExp: (value?: unknown) => Object.prototype.toString.call(value) === "[object RegExp]",
    /** Tells whether a value is a text, or an object of one. */
    isString: (value?: unknown) => Object.prototype.toString.call(value) === "[object String]",
    /** Tells whether a value is a symbol, or an object of one. */
    isSymbol: (value?: unknown) => Object.prototype.toString.call(value) === "[object Symbol]",
    /** Tells whether a value is undefined. */
    isUndefined: (value?: unknown) => value === undefined,
    /** The names of an object's own properties. */
    keys: [(object: object) => Object.keys(object)],
    last: [since({ node: "16.9.0", baseline: "2022-03" }, (list: readonly unknown[]) => list.at(-1))],
    map,
    /** Does nothing. */
    noop: (): undefined => undefined,
    reduce,
    select: filter,
    size: [(list: readonly unknown[]) => list.length],
    some,
  },
});

import { defineRecipe, since, type Count, type Present, type Procedure, type PropertyName } from "../src/recipe.ts";

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
      "difference",
      "each",
      "every",
      "filter",
      "find",
      "findIndex",
      "foldl",
      "forEach",
      "inject",
      "foldr",
      "map",
      "pluck",
      "reduce",
      "reduceRight",
      "select",
      "some",
      "without",
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
const first = [
  (list: readonly unknown[]) => list[0],
  since({ node: "14.0.0", baseline: "2020-09" }, (list: readonly unknown[] | null | undefined) => list?.[0]),
];
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
const reduceRight = [
  <Value extends Present, Result>(
    list: readonly Value[],
    iteratee: (before: Result, value: Value, index: number, list: readonly Value[]) => Result,
    initial: Result,
  ) => list.reduceRight(iteratee, initial),
];
const rest = [(list: readonly Present[]) => list.slice(1)];
const uniq = [(list: readonly (string | boolean | object)[]) => [...new Set(list)]];
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
  floor: { node: "6.0.0", baseline: "2017-03" },
  deviations: quirks,
  require: "default",
  exports: {
    all: every,
    any: some,
    collect: map,
    compact: [<Value extends Present>(list: readonly Value[]) => list.filter(Boolean)],
    contains: includes,
    detect: find,
    difference: [
      (list: readonly (string | boolean | object)[], other: readonly unknown[]) =>
        list.filter((item) => !other.includes(item)),
    ],
    drop: rest,
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
    foldr: reduceRight,
    forEach: each,
    head: first,
    /** Gives its argument. */
    identity: <Value>(value?: Value): Value => value as Value,
    include: includes,
    includes,
    indexOf: [(list: readonly unknown[], value: string | boolean | null) => list.indexOf(value)],
    initial: [(list: readonly Present[]) => list.slice(0, -1)],
    inject: reduce,
    /** Tells whether a value is the `arguments` of a function. */
    isArguments: (value?: unknown) => Object.prototype.toString.call(value) === "[object Arguments]",
    /** Tells whether a value is an array. */
    isArray: Array.isArray,
    /** Tells whether a value is an ArrayBuffer. */
    isArrayBuffer: (value?: unknown) => Object.prototype.toString.call(value) === "[object ArrayBuffer]",
    /** Tells whether a value is true, false, or an object of one. */
    isBoolean: (value?: unknown) =>
      value === true || value === false || Object.prototype.toString.call(value) === "[object Boolean]",
    /** Tells whether a value is a Date. */
    isDate: (value?: unknown) => Object.prototype.toString.call(value) === "[object Date]",
    isEmpty: [(value: string | readonly unknown[]) => value.length === 0],
    /** Tells whether a value is an Error. */
    isError: (value?: unknown) => Object.prototype.toString.call(value) === "[object Error]",
    /** Tells whether a value is a function. */
    isFunction: (value?: unknown) => typeof value === "function",
    /** Tells whether a value is a Map. */
    isMap: (value?: unknown) => Object.prototype.toString.call(value) === "[object Map]",
    /** Tells whether a value is NaN, or an object of it. */
    isNaN: (value?: unknown) =>
      Object.prototype.toString.call(value) === "[object Number]" && Number.isNaN(Number(value)),
    /** Tells whether a value is null. */
    isNull: (value?: unknown) => value === null,
    /** Tells whether a value is a number, or an object of one. */
    isNumber: (value?: unknown) => Object.prototype.toString.call(value) === "[object Number]",
    /** Tells whether a value is an object or a function. */
    isObject: (value?: unknown) => typeof value === "function" || (typeof value === "object" && value !== null),
    /** Tells whether a value is a regular expression. */
    isRegExp: (value?: unknown) => Object.prototype.toString.call(value) === "[object RegExp]",
    /** Tells whether a value is a Set. */
    isSet: (value?: unknown) => Object.prototype.toString.call(value) === "[object Set]",
    /** Tells whether a value is a text, or an object of one. */
    isString: (value?: unknown) => Object.prototype.toString.call(value) === "[object String]",
    /** Tells whether a value is a symbol, or an object of one. */
    isSymbol: (value?: unknown) => Object.prototype.toString.call(value) === "[object Symbol]",
    /** Tells whether a value is undefined. */
    isUndefined: (value?: unknown) => value === undefined,
    /** Tells whether a value is a WeakMap. */
    isWeakMap: (value?: unknown) => Object.prototype.toString.call(value) === "[object WeakMap]",
    /** Tells whether a value is a WeakSet. */
    isWeakSet: (value?: unknown) => Object.prototype.toString.call(value) === "[object WeakSet]",
    /** The names of an object's own properties. */
    keys: [(object: object) => Object.keys(object)],
    last: [since({ node: "16.9.0", baseline: "2022-03" }, (list: readonly unknown[]) => list.at(-1))],
    map,
    /** Does nothing. */
    noop: (): undefined => undefined,
    pluck: [(list: readonly Readonly<Record<string, unknown>>[], key: PropertyName) => list.map((item) => item[key])],
    range: [(end: Count) => [...Array(end).keys()]],
    reduce,
    reduceRight,
    rest,
    select: filter,
    size: [(list: readonly unknown[]) => list.length],
    some,
    tail: rest,
    uniq,
    unique: uniq,
    without: [(list: readonly Present[], value: string | boolean | null) => list.filter((item) => item !== value)],
  },
});

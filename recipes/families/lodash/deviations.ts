/** How the packages of the family differ from what stands in for them. */

const withoutThis = "A function in strict mode has no `this`, where the package gives it the global object.";
const cacheOfMap = "The `cache` of a memoized function is a Map, where the package's is of a class of its own.";
const methodsOfLists =
  "Where the type of a list tells that nothing in it is undefined, its own methods are called, which pass over holes, and give an array of its own class.";

/** What differs where an error comes of the language. */
export const errorTexts = {
  severity: "message",
  note: "The text of a TypeError that the language throws can differ.",
} as const;

/** What differs in what a memoized function remembers with. */
export const ownCache = {
  severity: "quirk",
  note: cacheOfMap,
} as const;

/** What differs where a list is known to be one. */
export const ownMethods = {
  severity: "quirk",
  note: methodsOfLists,
} as const;

/** What differs in every package of the family. */
export const everywhere = [
  errorTexts,
  {
    severity: "quirk",
    note: "`attempt` of what is no function gives a TypeError with another text.",
    exports: ["attempt"],
  },
  {
    severity: "quirk",
    note: "What leads to a prototype is not deleted, as in lodash since 4.18, which makes texts of all keys for that.",
    exports: ["unset", "omit"],
  },
  { severity: "quirk", note: cacheOfMap, exports: ["memoize"] },
  {
    severity: "quirk",
    note: "The numbers of `uniqueId` begin anew.",
    exports: ["uniqueId"],
  },
  {
    severity: "quirk",
    note: "What was met so far, the last argument of a customizer, is a Map.",
    exports: ["mergeWith", "cloneWith", "cloneDeepWith", "isEqualWith", "isMatchWith"],
  },
  {
    severity: "quirk",
    note: methodsOfLists,
    exports: [
      "compact",
      "difference",
      "drop",
      "each",
      "every",
      "filter",
      "find",
      "findIndex",
      "flatten",
      "forEach",
      "initial",
      "keys",
      "map",
      "reduce",
      "reduceRight",
      "reject",
      "slice",
      "some",
      "tail",
      "take",
      "values",
      "without",
    ],
  },
] as const;

/** What differs where lodash, which is not in strict mode, calls a function by way of another. */
export const noReceiver = {
  severity: "quirk",
  note: withoutThis,
} as const;

/** The same, of lodash. */
export const noReceivers = {
  severity: "quirk",
  note: withoutThis,
  exports: [
    "after",
    "ary",
    "before",
    "cond",
    "debounce",
    "flip",
    "flow",
    "flowRight",
    "memoize",
    "negate",
    "omitBy",
    "once",
    "over",
    "overArgs",
    "overEvery",
    "overSome",
    "partial",
    "partialRight",
    "rearg",
    "reject",
    "rest",
    "spread",
    "throttle",
    "unary",
    "wrap",
  ],
} as const;

/** What differs in packages of one method that are older than lodash 4.17. */
export const plainNames = {
  severity: "quirk",
  note: "A property by the name of __proto__ is copied as any other, as in lodash since 4.17.",
} as const;

/** What differs in copies of packages of one method that are older than lodash 4.17. */
export const hiddenSymbols = {
  severity: "quirk",
  note: "A property by a symbol that is not enumerable, as that of arguments, is not copied, as in lodash since 4.17.",
} as const;

/** What differs in packages of one method that are older than lodash 4.17 and copy what is inherited. */
export const bufferNames = {
  severity: "quirk",
  note: "The names parent and offset, which a Buffer inherits, are left out, as in lodash since 4.17.",
} as const;

/** What differs in lodash-es, which is in strict mode and knows nothing of Node. */
export const asModules = [
  {
    severity: "quirk",
    note: "What is frozen, the length of a list, or a part of a text, stays as it is without an error.",
    exports: [
      "assign",
      "assignIn",
      "assignInWith",
      "assignWith",
      "create",
      "defaults",
      "defaultsDeep",
      "extend",
      "extendWith",
      "fill",
      "merge",
      "mergeWith",
      "omit",
      "pullAt",
      "set",
      "setWith",
      "unset",
      "update",
      "updateWith",
    ],
  },
  { severity: "quirk", note: "A Buffer of Node is told from another typed array." },
] as const;

/** What differs in packages of one method, where their recipe says so. */
export const textsOfLists = {
  severity: "quirk",
  note: "A list in place of a text is written with its undefined, null, symbols and -0.",
} as const;
export const copiesOfClasses = {
  severity: "quirk",
  note: "An array of a class of its own is copied, where the package throws.",
} as const;
export const prototypes = {
  severity: "quirk",
  note: "What leads to a prototype is left alone, as in lodash since 4.17.",
} as const;

/** Inputs for the methods of lodash, by the names their parameters have in recipes/families/lodash. */
import { types } from "node:util";
import fc from "fast-check";
import { uniqueId } from "../../../../recipes/families/lodash/calls.ts";
import { anything, arraysOf, recordsOf } from "../../proof/hostile.ts";
import { numberOf } from "../../proof/limits.ts";
import { booleans, nothing, nulls, numbers, strings } from "../../proof/primitives.ts";
import { type Sample, among, sample, shared } from "../../proof/sample.ts";
import type { ProofSettings } from "../../proof/settings.ts";

const small = fc.oneof(
  shared(fc.constantFrom(0, 1, 2, -1, 3, "a", "b", "", null, undefined, Number.NaN, true)),
  strings,
);
const records = recordsOf(small);
const plain = fc.oneof(arraysOf(small), arraysOf(records), records, recordsOf(records), arraysOf(arraysOf(small)));
const long = among(
  ["250 numbers", () => Array.from({ length: 250 }, (_, index) => index % 90)],
  ["200 characters", () => "ab-0\u{1f600}".repeat(40)],
  ["300 objects", () => Array.from({ length: 300 }, (_, index) => ({ a: index % 7, b: -index }))],
);
const typed = among(
  ["new Uint8Array([1, 2])", () => new Uint8Array([1, 2])],
  ["Object.assign(new Float64Array([-0, 3]), { a: [1] })", () => Object.assign(new Float64Array([-0, 3]), { a: [1] })],
);
const collections = fc.oneof(
  { weight: 8, arbitrary: plain },
  { weight: 6, arbitrary: anything },
  { weight: 2, arbitrary: long },
  { weight: 1, arbitrary: typed },
);

/** A function that writes down what it is called with. */
function noting(text: string, of: (...args: readonly unknown[]) => unknown): readonly [string, Sample["make"]] {
  return [
    text,
    ({ calls }) =>
      (...args: readonly unknown[]) => {
        calls.push(args);
        return of(...args);
      },
  ];
}
/** As `noting`, without the record of what was met, which is of another class. */
function deciding(text: string, of: (...args: readonly unknown[]) => unknown): readonly [string, Sample["make"]] {
  return [
    text,
    ({ calls }) =>
      (...args: readonly unknown[]) => {
        const last = args.length > 2 ? args[args.length - 1] : undefined;
        const isRecord = last instanceof Map || (last as object | undefined)?.constructor?.name === "Stack";
        calls.push(isRecord ? args.slice(0, -1) : args);
        return of(...args);
      },
  ];
}
const decisions = among(
  deciding("() => undefined", () => undefined),
  deciding("(a) => typeof a === 'object' ? undefined : 7", (a) => (typeof a === "object" ? undefined : 7)),
  deciding("(a, b) => typeof b === 'object' ? undefined : true", (_, b) => (typeof b === "object" ? undefined : true)),
  deciding("(a, b) => a === 1 ? false : undefined", (a) => (a === 1 ? false : undefined)),
  deciding("(a, key) => key === 'a' ? null : undefined", (_, key) => (key === "a" ? null : undefined)),
  deciding("(a, key, holder) => Array.isArray(holder) ? '' : undefined", (_, __, c) =>
    Array.isArray(c) ? "" : undefined,
  ),
  deciding("(a) => Array.isArray(a) ? a : undefined", (a) => (Array.isArray(a) ? a : undefined)),
);
const functions = among(
  noting("(a) => a", (a) => a),
  noting("(a) => !a", (a) => !a),
  noting("(a, key) => key", (_, key) => key),
  noting("(a) => typeof a", (a) => typeof a),
  noting("(a) => a?.a", (a) => (a as { a?: unknown } | null | undefined)?.a),
  noting("() => false", () => false),
  noting("() => true", () => true),
  noting("() => '__proto__'", () => "__proto__"),
  noting("(a, b) => [a, b]", (a, b) => [a, b]),
  noting("(a, b) => typeof a === typeof b", (a, b) => typeof a === typeof b),
);
const paths = fc.oneof(
  shared(
    fc.constantFrom("a", "b", "a.b", "a[0]", "0", "length", "", "x y", "constructor", "__proto__", "a.b.c", "[0].a"),
  ),
  shared(fc.constantFrom<unknown>(0, 1, -0, null, undefined, Symbol.iterator)),
  among(["['a']", () => ["a"]], ["['a', 'b']", () => ["a", "b"]], ["[]", () => []], ["['a', 0]", () => ["a", 0]]),
);
const shorthands = fc.oneof(
  paths,
  fc.tuple(paths, small).map(([path, value]): Sample => {
    return sample(`[${path.text}, ${value.text}]`, (world) => [path.make(world), value.make(world)]);
  }),
  records,
  recordsOf(records),
  nothing,
);
const iteratees = fc.oneof(
  { weight: 5, arbitrary: functions },
  { weight: 4, arbitrary: shorthands },
  { weight: 1, arbitrary: anything },
);
const counts = fc.oneof(
  shared(
    fc.constantFrom(0, 1, 2, 3, -1, -2, 7, 1.5, "2", undefined, null, Number.NaN, -0, 40, Number.POSITIVE_INFINITY),
  ),
  anything,
);
const texts = fc.oneof(
  strings,
  shared(
    fc
      .array(
        fc.constantFrom(
          "foo",
          "Bar",
          "BAZ",
          "9",
          "1st",
          "-",
          "_",
          " ",
          "'s",
          "\u2019t",
          "é",
          "ß",
          "Æ",
          "\u0301",
          "😀",
          "👩‍👧",
          "🇩🇪",
        ),
        { maxLength: 7 },
      )
      .map((all) => all.join("")),
  ),
  anything,
);
const options = fc
  .tuple(
    counts,
    fc.oneof(strings, nothing),
    fc.oneof(strings, among(["/ /", () => / /], ["/a/g", () => /a/g]), nothing),
  )
  .map(([length, omission, separator]): Sample => {
    const text = `{ length: ${length.text}, omission: ${omission.text}, separator: ${separator.text} }`;
    return sample(text, (world) => ({
      length: length.make(world),
      ...(omission.text === "undefined" ? {} : { omission: omission.make(world) }),
      separator: separator.make(world),
    }));
  });
const guards = fc.oneof(nothing, collections, counts);
const targets = fc.oneof({ weight: 3, arbitrary: plain }, anything);
const values = fc.oneof({ weight: 3, arbitrary: small }, collections);

function isSmall(value: unknown): boolean {
  const number = numberOf(value);
  return Number.isNaN(number) || Math.abs(number) < 1e4 || Math.abs(number) === Infinity;
}

const Timer = setTimeout(() => {}).constructor;

/** What a function that a method gives answers, call by call. */
function answersOf(value: unknown): unknown {
  if (typeof value === "number" && Math.abs(value - Date.now()) < 1e5) return "the time";
  // A revoked one cannot even be asked what it is.
  if (types.isProxy(value)) return value;
  if (value instanceof Timer) return clearTimeout(value as NodeJS.Timeout);
  if (typeof value !== "function") return value;
  const alone = answerOf(value, undefined, ["alone"]);
  // What these do in time is shown by effects/limits.test.ts.
  if ("cancel" in value && typeof value.cancel === "function") {
    Reflect.apply(value.cancel, value, []);
    return [Object.keys(value), alone];
  }
  const inputs: readonly (readonly unknown[])[] = [[], [1, 2], [{ a: 1 }], ["a"], [[1, 2], 3], [1], [null]];
  return [alone, ...inputs.map((args) => answerOf(value, { self: 1 }, args))];
}

function answerOf(action: object, self: unknown, args: readonly unknown[]): unknown {
  try {
    const gave: unknown = Reflect.apply(action as () => unknown, self, args);
    return { gave: typeof gave === "symbol" ? String(gave) : gave };
  } catch (error) {
    return { threw: error instanceof Error ? error.name : error };
  }
}

/** True when a value, or one it holds, has that property. */
export function holds(value: unknown, test: (value: object) => boolean, depth = 4): boolean {
  if (typeof value === "string") return test(Object(value) as object);
  if (typeof value !== "object" || value === null || depth === 0) return false;
  try {
    return test(value) || Reflect.ownKeys(value).some((key) => holds(Reflect.get(value, key), test, depth - 1));
  } catch {
    return false;
  }
}

/** True for a function whose text has a `this`, and for a list that holds one. */
function readsThis(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(readsThis);
  return typeof value === "function" && /\bthis\b/.test(Function.prototype.toString.call(value));
}

/** An example on which the package's function sees the global object. */
export const noReceiver = {
  note: "A function in strict mode has no `this`, where the package gives it the global object.",
  example: (): unknown[] => [
    [1],
    function (this: unknown) {
      return this === undefined;
    },
  ],
  covers: (args: readonly unknown[]): boolean => args.some(readsThis),
};

/** What a memoized function remembers with, which is read of what a call gives. */
export const ownCache = {
  note: "The `cache` of a memoized function is a Map, where the package's is of a class of its own.",
  test: "effects/memoize.test.ts",
};

const everywhere: NonNullable<ProofSettings["deviations"]> = [
  ownCache,
  {
    note: "The text of a TypeError that the language throws can differ.",
    export: "map",
    example: () => {
      const { proxy, revoke } = Proxy.revocable([], {});
      revoke();
      return [proxy];
    },
  },
  {
    note: "`attempt` of what is no function gives a TypeError with another text.",
    export: "attempt",
    example: () => [],
    covers: ([action], { export: name }) => name === "attempt" && typeof action !== "function",
  },
  {
    note: "What leads to a prototype is not deleted, as in lodash since 4.18, which makes texts of all keys for that.",
    export: "unset",
    versions: "<4.18",
    example: () => [{}, "__proto__"],
    covers: (args, { export: name, version }) =>
      (name === "unset" || name === "omit") &&
      version.startsWith("4.17.") &&
      (args.length === 1 || !leadsElsewhere(args.slice(1).flat(3))),
  },
  {
    note: "The numbers of `uniqueId` begin anew.",
    export: "uniqueId",
    // The replacement has counted every call of the package's, and these.
    example: () => {
      uniqueId();
      return [];
    },
    covers: (_, { export: name }) => name === "uniqueId",
  },
  {
    note: "What was met so far, the last argument of a customizer, is a Map.",
    export: "isEqualWith",
    example: () => [
      { a: 1 },
      { a: 1 },
      (...args: readonly unknown[]) => (args.length === 6 ? args[5] instanceof Map : undefined),
    ],
  },
  {
    note: "Where the type of a list tells that nothing in it is undefined, its own methods are called, which pass over holes, and give an array of its own class.",
    export: "map",
    case: 0,
    example: () => [[1, , 3], (value: unknown) => value],
    covers: (args, { isLast }) => !isLast && args.some((one) => isUnusualList(one)),
  },
];

/** True for an array with holes, or of a class of its own, and for one that holds one. */
export function isUnusualList(value: unknown): boolean {
  return holds(value, (one) => {
    if (!Array.isArray(one)) return false;
    return one.constructor !== Array || Object.keys(one).length < one.length;
  });
}

/** The deviations of lodash-es. */
export const asModules: NonNullable<ProofSettings["deviations"]> = [
  {
    note: "What is frozen, the length of a list, or a part of a text, stays as it is without an error.",
    export: "set",
    example: () => [Object.freeze({ a: 1 }), "a", 2],
    covers: (args) =>
      args.some((one) => holds(one, (value) => !Object.isExtensible(value) || value instanceof String)) ||
      (Array.isArray(args[0]) && args.slice(1).flat(2).includes("length")),
  },
  {
    note: "A Buffer of Node is told from another typed array.",
    export: "keysIn",
    example: () => [Buffer.from("a")],
    covers: (args) => args.some((one) => holds(one, (value) => Buffer.isBuffer(value))),
  },
];

/** What both sides are told is by chance, the same for both. */
const chance = { isSet: false, seed: 0 };
const byChance = Math.random;
Math.random = () => {
  if (!chance.isSet) return byChance();
  chance.seed = (chance.seed * 48_271 + 11) % 2_147_483_647;
  return chance.seed / 2_147_483_647;
};

/** Calls with the same numbers by chance as any other call. */
function withChance(call: () => unknown): unknown {
  Object.assign(chance, { isSet: true, seed: 7 });
  try {
    return call();
  } finally {
    chance.isSet = false;
  }
}

const unknowns: ProofSettings["unknowns"] = {
  collection: collections,
  list: collections,
  lists: fc.oneof({ weight: 4, arbitrary: collections }, functions),
  others: fc.oneof({ weight: 3, arbitrary: collections }, functions, shorthands),
  object: targets,
  sources: fc.oneof({ weight: 8, arbitrary: targets }, decisions),
  source: targets,
  iteratee: iteratees,
  iteratees: fc.oneof(
    iteratees,
    arraysOf(iteratees),
    among(["['a', 'b']", () => ["a", "b"]], ["[['a', 'b']]", () => [["a", "b"]]]),
  ),
  orders: fc.oneof(
    shared(fc.constantFrom("desc", "asc", undefined)),
    among(["['desc']", () => ["desc"]], ["['asc', 'desc']", () => ["asc", "desc"]], ["[true]", () => [true]]),
    anything,
  ),
  predicate: iteratees,
  comparator: fc.oneof({ weight: 3, arbitrary: functions }, nothing, anything),
  updater: fc.oneof(functions, anything),
  action: fc.oneof({ weight: 6, arbitrary: functions }, anything),
  wrapper: fc.oneof({ weight: 6, arbitrary: functions }, anything),
  accumulator: fc.oneof({ weight: 3, arbitrary: nothing }, targets),
  customizer: fc.oneof({ weight: 7, arbitrary: decisions }, nothing, arraysOf(small)),
  predicates: fc.oneof(iteratees, arraysOf(iteratees), arraysOf(arraysOf(iteratees))),
  transforms: fc.oneof(iteratees, arraysOf(iteratees)),
  given: values,
  args: values,
  self: targets,
  prototype: targets,
  properties: targets,
  places: fc.oneof(counts, arraysOf(counts), paths),
  lower: fc.oneof(counts, booleans),
  upper: fc.oneof(counts, booleans),
  floating: fc.oneof(nothing, booleans, collections),
  key: paths,
  actions: fc.oneof({ weight: 6, arbitrary: functions }, anything),
  resolver: fc.oneof(functions, nothing, anything),
  path: fc.oneof({ weight: 5, arbitrary: paths }, anything),
  paths: fc.oneof({ weight: 5, arbitrary: paths }, anything),
  pairs: fc.oneof(arraysOf(arraysOf(small)), collections),
  names: fc.oneof(arraysOf(fc.oneof(strings, paths)), collections),
  value: values,
  values,
  fallback: values,
  text: texts,
  target: texts,
  fill: fc.oneof(nothing, texts),
  set: fc.oneof(nothing, texts),
  separator: fc.oneof(nothing, strings, among(["/a/", () => /a/], ["/(b)/", () => /(b)/]), anything),
  pattern: fc.oneof(nothing, among(["/a/", () => /a/], ["/\\w/g", () => /\w/g]), strings),
  options,
  count: counts,
  size: counts,
  depth: counts,
  precision: counts,
  place: counts,
  position: counts,
  from: counts,
  start: counts,
  end: counts,
  step: counts,
  wait: shared(fc.constantFrom(0, 1, 30, "5", undefined)),
  length: counts,
  limit: counts,
  radix: fc.oneof(shared(fc.constantFrom(2, 8, 10, 16, undefined, null, 0)), counts),
  guard: guards,
  initial: fc.oneof(nulls, booleans, numbers, values),
};

/** lodash walks from a negative length downwards for as long as nothing stops it: there may be no end. */
const backwards = /(?:drop|take)RightWhile|(?:find)?LastIndex(?:Of)?$/i;

/** Tells whether no key of a path is one that leads to a prototype, or that there is no text of. */
function leadsElsewhere(keys: readonly unknown[]): boolean {
  try {
    return !/__proto__|constructor|prototype|^$/.test(keys.map(String).join("."));
  } catch {
    return false;
  }
}

function ends(args: readonly unknown[], name: string): boolean {
  const list = args[0];
  if (!backwards.test(name) || typeof list !== "object" || list === null) return true;
  try {
    return !("length" in list) || !(numberOf(list.length) < 0);
  } catch {
    return true;
  }
}

const methodsByName = fc.tuple(records, shared(fc.constantFrom<unknown>("a", "b", "x y", 0)));

/** The settings of a package of the family. */
export const settings: ProofSettings = {
  ends,
  // Each method a thousand times in the long run, over its versions; a few times in the short one, only of the whole.
  share: (runs, key) => (runs >= 300 ? 0.3 : key.startsWith("./") ? 0 : 0.01),
  deviations: everywhere,
  unknowns,
  limits: { count: isSmall, length: isSmall, start: isSmall, end: isSmall, step: isSmall, size: isSmall },
  normalise: answersOf,
  // What becomes of functions is shown by effects/bound.test.ts: they are compared by their source.
  arguments: { bindAll: methodsByName, "./bindAll default": methodsByName },
  surround: withChance,
};

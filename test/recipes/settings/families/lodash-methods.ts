/** How the packages of one method of lodash are tried: `lodash.map` and its kind. */
import { types } from "node:util";
import type { Deviating, ProofSettings, ShownDeviation } from "../../proof/settings.ts";
import { holds, isUnusualList, noReceiver, ownCache, settings } from "./lodash.ts";

class List extends Array<unknown> {}

/** Lists of which a native method makes something else, with the other arguments, by method. */
const unusual: Readonly<Record<string, ShownDeviation["example"]>> = {
  compact: () => [List.of(1)],
  difference: () => [List.of("a"), []],
  every: () => [[, 1], (value: unknown) => value !== undefined],
  filter: () => [List.of(1), () => true],
  find: () => [[, { a: 1 }], "a"],
  findindex: () => [[, { a: 1 }], "a"],
  flatten: () => [[, [1]]],
  foreach: () => [[, 1], (_: unknown, index: number, list: object) => void Reflect.set(list, `seen ${index}`, true)],
  keys: () => [[, 1]],
  map: () => [[, 1], () => 1],
  reduce: () => [[, 1], (sum: number) => sum + 1, 0],
  reject: () => [List.of({ a: 0 }), "a"],
  some: () => [[, 1], (value: unknown) => value === undefined],
  tail: () => [[1, , 3]],
  values: () => [[, 1]],
  without: () => [List.of("a"), "b"],
};

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
}

function isMuted(value: unknown, depth = 4): boolean {
  if (!Array.isArray(value))
    return value === undefined || value === null || typeof value === "symbol" || Object.is(value, -0);
  return depth === 0 || Array.from(value).some((one) => isMuted(one, depth - 1));
}
const isLeading = (value: unknown): boolean =>
  /__proto__|constructor|prototype/.test(
    [value]
      .flat(4)
      .map((one) => (typeof one === "symbol" ? "" : textOf(one)))
      .join(),
  );

function isLeadingFunction(value: unknown): boolean {
  try {
    return typeof value === "function" && value() === "__proto__";
  } catch {
    return false;
  }
}

function textOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return String(value);
  try {
    return [...Reflect.ownKeys(value), Array.isArray(value) ? "" : String(value)].map(String).join();
  } catch {
    return Reflect.ownKeys(value).map(String).join();
  }
}

const muted: Deviating = {
  note: "A list in place of a text is written with its undefined, null, symbols and -0.",
  example: () => [[undefined]],
  covers: (args) => args.some((one) => !types.isProxy(one) && Array.isArray(one) && isMuted(one)),
};

const plainNames: Deviating = {
  note: "A property by the name of __proto__ is copied as any other, as in lodash since 4.17.",
  example: () => [{}, JSON.parse('{ "__proto__": { "a": 1 } }')],
  covers: (args) =>
    args.some(
      (one) => typeof one === "object" && one !== null && !types.isProxy(one) && Object.hasOwn(one, "__proto__"),
    ),
};

const plainNamesAnywhere: Deviating = {
  note: plainNames.note,
  example: () => [JSON.parse('{ "__proto__": { "a": 1 } }')],
  covers: (args) => args.some((one) => holds(one, (value) => Object.hasOwn(value, "__proto__"))),
};

const hiddenSymbols: Deviating = {
  note: "A property by a symbol that is not enumerable, as that of arguments, is not copied, as in lodash since 4.17.",
  example: () => [argumentsOf(1)],
  covers: (args) =>
    args.some((one) =>
      holds(one, (value) =>
        Object.getOwnPropertySymbols(value).some(
          (symbol) => !Object.prototype.propertyIsEnumerable.call(value, symbol),
        ),
      ),
    ),
};

/** The object that a function finds its arguments in. */
function argumentsOf(..._: readonly unknown[]): unknown {
  return arguments;
}

const bufferNames: Deviating = {
  note: "The names parent and offset, which a Buffer inherits, are left out, as in lodash since 4.17.",
  example: () => [{}, Buffer.from("hi")],
  covers: (args) => args.some((one) => Buffer.isBuffer(one)),
};

/** Of a function that gives a function, the one given sees it. */
const noReceiverOfGiven: Deviating = { ...noReceiver, example: () => noReceiver.example().slice(1) };

const others: Readonly<Record<string, Deviating>> = {
  assign: plainNames,
  defaults: plainNames,
  debounce: { ...noReceiver, example: () => [noReceiver.example()[1], 1, { leading: true }] },
  flow: noReceiverOfGiven,
  memoize: noReceiverOfGiven,
  once: noReceiverOfGiven,
  reject: noReceiver,
  throttle: noReceiverOfGiven,
  groupby: {
    note: "A group by the name of __proto__ is a list as any other.",
    example: () => [[1], () => "__proto__"],
    covers: (args) => args.some(isLeadingFunction) || args.some(isLeading),
  },
  clone: {
    note: "An array of a class of its own is copied, where the package throws.",
    example: () => [List.of(1)],
    covers: (args) => args.some((one) => holds(one, (value) => Array.isArray(value) && value.constructor !== Array)),
  },
  set: {
    note: "What leads to a prototype is left alone, as in lodash since 4.17.",
    example: () => [{}, "constructor", 1],
    covers: (args) => args.some(isLeading),
  },
};

const likeClone = new Set(["clone", "clonedeep"]);
const texts = new Set(
  "camelcase kebabcase lowercase snakecase startcase capitalize deburr escaperegexp pad padend padstart repeat toupper truncate unescape upperfirst".split(
    " ",
  ),
);
const throwing = new Set("every filter flatmap foreach groupby keys map reduce reject some values".split(" "));

/** The settings of a package of one method. */
export function settingsOf(name: string): ProofSettings {
  const method = name.replace("lodash.", "");
  const example = unusual[method];
  const deviations: Deviating[] = [];
  if (example !== undefined)
    deviations.push({
      note: "Where the type of a list tells that nothing in it is undefined, its own methods are called, which pass over holes, and give an array of its own class.",
      case: method === "find" || method === "findindex" ? 1 : 0,
      example,
      covers: (args, { isLast }) => !isLast && args.some((one) => isUnusualList(one)),
    });
  if (throwing.has(method))
    deviations.push({
      note: "The text of a TypeError that the language throws can differ.",
      // Of `keys` and `values` only what is called for an object asks in another way.
      ...(method === "keys" || method === "values" ? { case: 0 } : {}),
      example: () => [revoked()],
    });
  if (texts.has(method)) deviations.push(muted);
  if (likeClone.has(method) && others["clone"]) deviations.push(others["clone"], plainNamesAnywhere, hiddenSymbols);
  const other = others[method];
  if (other !== undefined && method !== "clone") deviations.push(other);
  if (method === "defaults") deviations.push(bufferNames);
  if (method === "memoize") deviations.push(ownCache);
  const share = (runs: number): number => (runs >= 300 ? 1 : 0.02);
  return { ...settings, deviations, share };
}

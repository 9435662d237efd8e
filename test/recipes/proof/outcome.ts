import { types } from "node:util";
import type { Sample, World } from "./sample.ts";

/** What a call did: how it ended, what its arguments are afterwards, which functions of the arguments it called. */
export interface Outcome {
  readonly end: "returned" | "resolved" | "threw" | "rejected";
  readonly value: unknown;
  readonly args: readonly unknown[];
  readonly calls: readonly unknown[];
}

export type Callable = (...args: readonly unknown[]) => unknown;
/**
 * Puts a call into surroundings of its own (a temporary folder), and answers what it gave. What it left behind is
 * written to `world.calls`, and so compared however the call ended.
 */
export type Surround = (call: () => unknown, world: World) => unknown;

/** Builds the arguments anew, calls the function with them and tells what happened. */
export async function outcomeOf(target: Callable, samples: readonly Sample[], surround: Surround): Promise<Outcome> {
  const world: World = { calls: [] };
  const args = samples.map((each) => each.make(world));
  const told = {
    args: args.map((each, index) => (samples[index]?.isChance === true ? undefined : each)),
    calls: world.calls,
  };
  let value: unknown;
  try {
    value = surround(() => target(...args), world);
  } catch (error) {
    return { end: "threw", value: error, ...told };
  }
  // A promise that is one of the arguments is a value here, not the end of the call.
  if (!types.isPromise(value) || args.includes(value)) return { end: "returned", value, ...told };
  try {
    return { end: "resolved", value: await value, ...told };
  } catch (error) {
    return { end: "rejected", value: error, ...told };
  }
}

export interface Tolerance {
  /** The value of a call is not looked at (its type is void). */
  readonly ignoresValue?: boolean;
  /** Errors may differ in class and text. */
  readonly ignoresMessages?: boolean;
}

/** The first difference between two outcomes, in words; undefined when there is none. */
export function difference(original: Outcome, replaced: Outcome, tolerance: Tolerance = {}): string | undefined {
  if (original.end !== replaced.end) return `the package ${tell(original)}, the replacement ${tell(replaced)}`;
  const failed = original.end === "threw" || original.end === "rejected";
  const pairs: Pairs = { forth: new Map(), back: new Map() };
  const inArguments = compare(original.args, replaced.args, "arguments", pairs);
  if (inArguments !== undefined) return inArguments;
  const inCalls = compare(original.calls, replaced.calls, "calls", pairs);
  if (inCalls !== undefined) return inCalls;
  if (failed) return tolerance.ignoresMessages ? undefined : compareErrors(original.value, replaced.value);
  return tolerance.ignoresValue ? undefined : compare(original.value, replaced.value, "result", pairs);
}

function tell(outcome: Outcome): string {
  return `${outcome.end} ${show(outcome.value)}`;
}

function compareErrors(a: unknown, b: unknown): string | undefined {
  return describeError(a) === describeError(b) ? undefined : `error: ${describeError(a)} and ${describeError(b)}`;
}

function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : show(error);
}

/** Which object of one side stands for which of the other: the same shape of sharing is part of being equal. */
interface Pairs {
  readonly forth: Map<object, object>;
  readonly back: Map<object, object>;
}

function compare(a: unknown, b: unknown, path: string, pairs: Pairs): string | undefined {
  if (!isObject(a) || !isObject(b)) return Object.is(a, b) ? undefined : `${path}: ${show(a)} and ${show(b)}`;
  const partner = pairs.forth.get(a);
  if (partner !== undefined || pairs.back.has(b)) {
    return partner === b ? undefined : `${path}: not the same object as before`;
  }
  pairs.forth.set(a, b);
  pairs.back.set(b, a);
  if (a === b || isRevoked(a) || isRevoked(b)) return undefined;
  return compareKinds(a, b, path) ?? compareContents(a, b, path, pairs) ?? compareProperties(a, b, path, pairs);
}

function compareKinds(a: object, b: object, path: string): string | undefined {
  if (typeof a !== typeof b) return `${path}: ${typeof a} and ${typeof b}`;
  if (typeof a === "function") return sourceOf(a) === sourceOf(b) ? undefined : `${path}: different functions`;
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  return kindA === kindB ? undefined : `${path}: ${kindA} and ${kindB}`;
}

function sourceOf(value: object): string {
  return Function.prototype.toString.call(value);
}

/** Those that ask for properties (a proxy may throw), and that of proxies, which are to pass for what they stand for. */
const notKinds: ReadonlySet<string> = new Set(["isProxy", "isKeyObject", "isCryptoKey"]);

function kindOf(value: object): string {
  const kinds = Object.entries(types).filter(([name, is]) => name.startsWith("is") && !notKinds.has(name) && is(value));
  return [Array.isArray(value) ? "isArray" : "", ...kinds.map(([name]) => name)].join(" ");
}

function compareContents(a: object, b: object, path: string, pairs: Pairs): string | undefined {
  return compare(contents(a), contents(b), `${path} contents`, pairs);
}

/** What an object holds besides its properties. */
function contents(value: object): unknown {
  if (types.isDate(value)) return Date.prototype.getTime.call(value);
  if (types.isRegExp(value)) return RegExp.prototype.toString.call(value);
  if (types.isMap(value)) return [...Map.prototype.entries.call(value)];
  if (types.isSet(value)) return [...Set.prototype.values.call(value)];
  if (types.isAnyArrayBuffer(value)) return Buffer.from(new Uint8Array(value)).toString("hex");
  if (types.isStringObject(value)) return String.prototype.valueOf.call(value);
  if (types.isNumberObject(value)) return Number.prototype.valueOf.call(value);
  if (types.isBooleanObject(value)) return Boolean.prototype.valueOf.call(value);
  return undefined;
}

function compareProperties(a: object, b: object, path: string, pairs: Pairs): string | undefined {
  const prototypes = comparePrototypes(a, b, `${path}.[[Prototype]]`, pairs);
  if (prototypes !== undefined) return prototypes;
  if (Object.isFrozen(a) !== Object.isFrozen(b)) return `${path}: one is frozen`;
  const keysA = Reflect.ownKeys(a).filter(isCompared);
  const keysB = Reflect.ownKeys(b).filter(isCompared);
  const shown = [keysA, keysB].map((keys) => `[${keys.map(String).join(", ")}]`);
  if (keysA.length !== keysB.length || keysA.some((key, index) => key !== keysB[index])) {
    return `${path}: keys ${shown.join(" and ")}`;
  }
  for (const key of keysA) {
    const found = compareProperty(
      Object.getOwnPropertyDescriptor(a, key),
      Object.getOwnPropertyDescriptor(b, key),
      `${path}.${String(key)}`,
      pairs,
    );
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A stack tells where an error was made, and Node numbers promises: neither is ever the same twice. */
function isCompared(key: string | symbol): boolean {
  return typeof key === "symbol" ? !key.description?.endsWith("async_id_symbol") : key !== "stack";
}

function comparePrototypes(a: object, b: object, path: string, pairs: Pairs): string | undefined {
  const [prototypeA, prototypeB]: unknown[] = [Object.getPrototypeOf(a), Object.getPrototypeOf(b)];
  if (prototypeA === prototypeB) return undefined;
  // Prototypes of the language are equal only when they are the same: another realm has its own.
  if (isBuiltIn(prototypeA) || isBuiltIn(prototypeB)) return `${path}: different built-in prototypes`;
  return compare(prototypeA, prototypeB, path, pairs);
}

function isBuiltIn(prototype: unknown): boolean {
  if (!isObject(prototype) || isRevoked(prototype)) return false;
  const made: unknown = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  return typeof made === "function" && Function.prototype.toString.call(made).includes("[native code]");
}

function compareProperty(
  a: PropertyDescriptor | undefined,
  b: PropertyDescriptor | undefined,
  path: string,
  pairs: Pairs,
): string | undefined {
  if (a === undefined || b === undefined) return a === b ? undefined : `${path}: only one has it`;
  for (const flag of ["enumerable", "writable", "configurable"] as const) {
    if (a[flag] !== b[flag]) return `${path}: ${flag} ${a[flag]} and ${b[flag]}`;
  }
  return (
    compare(a.value, b.value, path, pairs) ??
    compare(a.get, b.get, `get ${path}`, pairs) ??
    compare(a.set, b.set, `set ${path}`, pairs)
  );
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isRevoked(value: object): boolean {
  if (!types.isProxy(value)) return false;
  try {
    Object.getPrototypeOf(value);
    return false;
  } catch {
    return true;
  }
}

function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Object.is(value, -0)) return "-0";
  try {
    return Array.isArray(value) ? `[${value.map(show).join(", ")}]` : String(value);
  } catch {
    return "an object without a text";
  }
}

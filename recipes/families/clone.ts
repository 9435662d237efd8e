/** Copies in depth that keep the class of each object: what clone makes, and what is built on it. */
import { Buffer } from "node:buffer";

type Bag = Record<PropertyKey, unknown>;

/** A copy that is yet to be filled; complete where nothing is left to fill in. */
interface Made {
  readonly copy: object;
  readonly isComplete?: boolean;
  /** What it inherits from, where that is kept: its own properties there are not copied, unless they have a setter. */
  readonly prototype?: object | null;
}

export function cloneEarly<Value>(value: Value): Value;
/** A copy in depth of lists, dates, patterns, buffers and objects of any class. */
export function cloneEarly(value?: unknown): unknown {
  const copies = new Map<object, object>();
  const copyOf = (inner: unknown): unknown => {
    if (typeof inner !== "object" || inner === null) return inner;
    const made = makeCopy(inner);
    if (made.isComplete) return made.copy;
    const known = remember(inner, made.copy, copies);
    if (known === undefined) copyNamed(inner as Bag, made, copyOf);
    return known || made.copy;
  };
  return copyOf(value);
}

export function clone<Value>(value: Value): Value;
/** A copy in depth of lists, maps, sets, promises, errors, dates, patterns, buffers and objects of any class. */
export function clone(value?: unknown): unknown {
  const copies = new Map<object, object>();
  const copyOf = (inner: unknown): unknown => {
    if (typeof inner !== "object" || inner === null) return inner;
    const made = makeContainer(inner, copyOf) || makeCopy(inner, true);
    if (made.isComplete) return made.copy;
    const known = remember(inner, made.copy, copies);
    if (known !== undefined) return known;
    if (inner instanceof Map)
      inner.forEach((each, key) => (made.copy as Map<unknown, unknown>).set(copyOf(key), copyOf(each)));
    if (inner instanceof Set) inner.forEach((each) => (made.copy as Set<unknown>).add(copyOf(each)));
    copyNamed(inner as Bag, made, copyOf);
    copySymbols(inner as Bag, made.copy as Bag, copyOf);
    return made.copy;
  };
  return copyOf(value);
}

function remember(value: object, copy: object, copies: Map<object, object> | undefined): object | undefined {
  const known = copies && copies.get(value);
  if (copies && known === undefined) copies.set(value, copy);
  return known;
}

function makeContainer(value: object, copyOf: (inner: unknown) => unknown): Made | undefined {
  if (value instanceof Map) return { copy: new Map() };
  if (value instanceof Set) return { copy: new Set() };
  if (!(value instanceof Promise)) return undefined;
  const copy = new Promise((resolve, reject) => {
    value.then(
      (result) => resolve(copyOf(result)),
      (error) => reject(copyOf(error)),
    );
  });
  return { copy };
}

function makeCopy(value: object, ofErrors = false): Made {
  const tag = Object.prototype.toString.call(value);
  if (tag === "[object Array]") return { copy: [] };
  if (tag === "[object RegExp]") return { copy: copyOfPattern(value as RegExp) };
  if (tag === "[object Date]") return { copy: new Date((value as Date).getTime()) };
  if (Buffer.isBuffer(value)) return { copy: Buffer.from(value), isComplete: true };
  if (ofErrors && value instanceof Error) return { copy: Object.create(value) };
  const prototype = Object.getPrototypeOf(value) as object | null;
  return { copy: Object.create(prototype), prototype };
}

/** The flags of ES5 alone are kept. */
function copyOfPattern(pattern: RegExp): RegExp {
  const flags = (pattern.global ? "g" : "") + (pattern.ignoreCase ? "i" : "") + (pattern.multiline ? "m" : "");
  const copy = new RegExp(pattern.source, flags);
  if (pattern.lastIndex) copy.lastIndex = pattern.lastIndex;
  return copy;
}

function copyNamed(value: Bag, { copy, prototype }: Made, copyOf: (inner: unknown) => unknown): void {
  for (const name in value) {
    const inherited = prototype ? Object.getOwnPropertyDescriptor(prototype, name) : undefined;
    if (inherited && !inherited.set) continue;
    (copy as Bag)[name] = copyOf(value[name]);
  }
}

function copySymbols(value: Bag, copy: Bag, copyOf: (inner: unknown) => unknown): void {
  for (const symbol of Object.getOwnPropertySymbols(value)) {
    const own = Object.getOwnPropertyDescriptor(value, symbol);
    if (!own || own.enumerable) copy[symbol] = copyOf(value[symbol]);
  }
}

/** What kind of value something is, as lodash tells kinds apart. */

/** An object's properties, whatever it is. */
export type Bag = Record<PropertyKey, unknown>;

/** An object, by the properties that may be asked for. */
export type Properties = Readonly<Record<string, unknown>>;
export type Nullable = Properties | null;

/** What a list or an object holds, and by what it is found there. */
export type ElementOf<Collection> = Collection extends ArrayLike<infer Value> ? Value : Collection[keyof Collection];
export type KeyOf<Collection> = Collection extends ArrayLike<unknown> ? number : string;
/** A function that is given an element, its place and what holds it. */
export type EachOf<Collection, Result> = (
  value: ElementOf<NonNullable<Collection>>,
  key: KeyOf<NonNullable<Collection>>,
  collection: NonNullable<Collection>,
) => Result;

/** Any list, or none. */
export type List<Value> = ArrayLike<Value> | null | undefined;
// An object written out is no subtype of `object`, by which overloads are chosen first: hence its properties, too.

/** What an element is taken by: a function of it, or what stands for one. */
export type By<Value> = ((value: Value) => unknown) | PropertyKey | object | Properties;
/** What an element and its place are tested by. */
export type TestOf<Value> =
  ((value: Value, index: number, list: ArrayLike<Value>) => unknown) | PropertyKey | object | Properties;
export type Order = "asc" | "desc" | boolean;

/** The class of a value, as Object.prototype.toString names it; a tag of its own that could be taken off does not count. */
export function tagOf(value: unknown): string {
  const tag = Object.prototype.toString.call(value);
  const worn = isObject(value) ? Object.getOwnPropertyDescriptor(value, Symbol.toStringTag) : undefined;
  if (worn === undefined || !worn.writable) return tag;
  if (Array.isArray(value)) return "[object Array]";
  return typeof value === "function" ? "[object Function]" : "[object Object]";
}

/** Tells whether a value is an object or a function. */
export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

/** Tells whether a value is an object and no function. */
export function isObjectLike(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Tells whether a value is a function. */
export function isFunction(value: unknown): value is Function {
  if (!isObject(value)) return false;
  return /^\[object (?:(?:Async|Generator)?Function|Proxy)\]$/.test(tagOf(value));
}

/** Tells whether a value is a whole number that can be a length. */
export function isLength(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value <= Number.MAX_SAFE_INTEGER && value % 1 === 0;
}

/** Tells whether a value is a list of some kind: it has a length and is no function. */
export function isArrayLike(value: unknown): value is ArrayLike<unknown> {
  if (value === undefined || value === null) return false;
  return isLength((value as ArrayLike<unknown>).length) && !isFunction(value);
}

/** Tells whether a value is a list of some kind, and an object. */
export function isArrayLikeObject(value: unknown): value is ArrayLike<unknown> & object {
  return isObjectLike(value) && isArrayLike(value);
}

/** Tells whether a value is the `arguments` of a function. */
export function isArguments(value: unknown): value is ArrayLike<unknown> {
  return isObjectLike(value) && tagOf(value) === "[object Arguments]";
}

/** Tells whether a value is a typed array, a Buffer too. */
export function isTypedArray(value: unknown): value is Uint8Array {
  return ArrayBuffer.isView(value) && tagOf(value) !== "[object DataView]";
}

/** Tells whether a value is a Buffer of Node. */
export function isBuffer(value: unknown): boolean {
  if (!isTypedArray(value)) return false;
  const made = value.constructor as { readonly isBuffer?: unknown } | undefined;
  return !!made && typeof made.isBuffer === "function" && made.isBuffer(value) === true;
}

/** Tells whether a value is a symbol, or an object of one. */
export function isSymbol(value: unknown): value is symbol {
  return typeof value === "symbol" || (isObjectLike(value) && tagOf(value) === "[object Symbol]");
}

/** Tells whether a value is the prototype of its constructor. */
export function isPrototype(value: unknown): boolean {
  const made: unknown = value ? (value as { readonly constructor: unknown }).constructor : undefined;
  const prototype: unknown = typeof made === "function" ? made.prototype : undefined;
  return value === (prototype || Object.prototype);
}

/** Tells whether a value is an object made by `{}`, `new Object` or `Object.create(null)`. */
export function isPlainObject(value: unknown): boolean {
  if (!isObjectLike(value) || tagOf(value) !== "[object Object]") return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return true;
  const made: unknown = Object.prototype.hasOwnProperty.call(prototype, "constructor")
    ? (prototype as { readonly constructor: unknown }).constructor
    : undefined;
  const textOf = (one: unknown): string => Function.prototype.toString.call(one);
  return typeof made === "function" && made instanceof made && textOf(made) === textOf(Object);
}

/** The flags of a regular expression, as its text has them. */
export function flagsOf(pattern: RegExp): string {
  return (/\w*$/.exec(`${pattern}`) as RegExpExecArray)[0];
}

/** Tells whether a property name is a place in a list of that length. */
export function isIndex(key: unknown, length?: number | null): boolean {
  const most = length === undefined || length === null ? Number.MAX_SAFE_INTEGER : length;
  if (!most) return false;
  const isNumeric = typeof key === "number" || (typeof key !== "symbol" && /^(?:0|[1-9]\d*)$/.test(key as string));
  const index = key as number;
  return isNumeric && index > -1 && index % 1 === 0 && index < most;
}

/** Tells whether two values are the same; NaN is itself, and 0 is -0. */
export function isSame(value: unknown, other: unknown): boolean {
  return value === other || (value !== value && other !== other);
}

/** A copy of a list; what is missing in it is undefined. */
export function listOf(values: ArrayLike<unknown>): unknown[] {
  const list: unknown[] = [];
  for (let index = 0; index < values.length; index++) list[index] = values[index];
  return list;
}

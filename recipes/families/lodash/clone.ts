/** Copies of values, of what they hold too or not. */
import { flagsOf, isArguments, isFunction, isObject, isPrototype, isTypedArray, listOf, tagOf } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { assignValue, keys, symbolsOf } from "./keys.ts";

/** An object with the prototype of another, and nothing in it. */
export function emptyLike(object: object): object {
  const isMade = typeof object.constructor === "function" && !isPrototype(object);
  const prototype: unknown = isMade ? Object.getPrototypeOf(object) : Object.prototype;
  return isObject(prototype) ? (Object.create(prototype) as object) : {};
}

/** An array of the same kind and length, and what `RegExp.exec` gives with its match. */
function listLike(list: readonly unknown[]): unknown[] {
  const made = list.constructor as ArrayConstructor;
  const copy: unknown[] = Reflect.construct(made, [list.length]);
  const match = list as RegExpExecArray;
  if (list.length && typeof list[0] === "string" && Object.prototype.hasOwnProperty.call(list, "index"))
    Object.assign(copy, { index: match.index, input: match.input });
  return copy;
}

/** True for a typed array of Node's class Buffer. */
function isOfBuffers(value: object): boolean {
  return typeof (value.constructor as { readonly isBuffer?: unknown }).isBuffer === "function";
}

/** A copy of a typed array: with memory of its own, or the same. */
export function copyTyped(value: Uint8Array, isDeep: boolean): unknown {
  // `slice` of a Buffer shares its memory; `subarray` gives no Buffer before Node 8.
  if (isOfBuffers(value)) return isDeep ? value.slice() : Uint8Array.prototype.slice.call(value);
  const buffer = isDeep ? value.buffer.slice(0) : value.buffer;
  return Reflect.construct(value.constructor, [buffer, value.byteOffset, value.length]);
}

/** A copy of what is no plain object; undefined for what has none. */
function copyOf(value: object, tag: string, isDeep: boolean): unknown {
  if (isTypedArray(value)) return copyTyped(value, isDeep);
  const made = value.constructor;
  switch (tag) {
    case "[object ArrayBuffer]":
      return (value as ArrayBuffer).slice(0);
    case "[object DataView]": {
      const { buffer, byteOffset, byteLength } = value as DataView;
      return Reflect.construct(made, [isDeep ? buffer.slice(0) : buffer, byteOffset, byteLength]);
    }
    case "[object Boolean]":
    case "[object Date]":
      return Reflect.construct(made, [+(value as Date)]);
    case "[object Map]":
    case "[object Set]":
      return Reflect.construct(made, []);
    case "[object Number]":
    case "[object String]":
      return Reflect.construct(made, [value]);
    case "[object RegExp]": {
      const pattern = value as RegExp;
      const copy = Reflect.construct(made, [pattern.source, flagsOf(pattern)]) as RegExp;
      copy.lastIndex = pattern.lastIndex;
      return copy;
    }
    case "[object Symbol]":
      return Object(Symbol.prototype.valueOf.call(value));
    default:
      return undefined;
  }
}

/** What decides on a copy: undefined leaves it to the usual way. */
type ChooseCopy = (value: unknown, key?: unknown, holder?: unknown, seen?: unknown) => unknown;

/** How values are copied. `seen` has the copy of each object that was met. */
interface Copying {
  readonly isDeep: boolean;
  readonly seen: Map<object, unknown>;
  readonly customize: ChooseCopy | undefined;
}

function copyValue(value: unknown, holder: unknown, by: Copying, key?: unknown): unknown {
  const { customize } = by;
  const given: Parameters<ChooseCopy> = holder === undefined ? [value] : [value, key, holder, by.seen];
  const chosen = customize && customize(...given);
  if (chosen !== undefined) return chosen;
  if (!isObject(value)) return value;
  if (Array.isArray(value) && !by.isDeep) return Object.assign(listLike(value), listOf(value));
  const tag = tagOf(value);
  const isCalled = isFunction(value);
  const isPlain = tag === "[object Object]" || isArguments(value) || (isCalled && holder === undefined);
  let copy: unknown;
  if (Array.isArray(value)) copy = listLike(value);
  else if (isPlain) copy = isCalled ? {} : emptyLike(value);
  else copy = isCalled ? undefined : copyOf(value, tag, by.isDeep);
  if (copy === undefined) return holder === undefined ? {} : value;
  // Each place that holds a Buffer gets a copy of its own.
  if (isTypedArray(value) && isOfBuffers(value)) return copy;
  const known = by.seen.get(value);
  if (known !== undefined) return known;
  by.seen.set(value, copy);
  // What a plain object holds is copied in deep copies alone, what others hold one by one in any.
  const isInner = by.isDeep || !isPlain;
  const inner = (one: unknown, place: unknown): unknown => (isInner ? copyValue(one, value, by, place) : one);
  if (tag === "[object Set]") for (const one of value as Set<unknown>) (copy as Set<unknown>).add(inner(one, one));
  if (tag === "[object Map]")
    for (const [place, one] of value as Map<unknown, unknown>)
      (copy as Map<unknown, unknown>).set(place, inner(one, place));
  const isList = Array.isArray(value);
  const names: readonly PropertyKey[] = isList
    ? Array.from({ length: value.length }, (_, index) => String(index))
    : [...keys(value), ...symbolsOf(value)];
  for (const name of names)
    assignValue(copy as object, name, inner((value as Bag)[name], isList ? Number(name) : name));
  return copy;
}

/** A copy of a value; what it holds is the same. */
export function clone<Value>(value?: Value): Value {
  return copyValue(value, undefined, { isDeep: false, seen: new Map(), customize: undefined }) as Value;
}

/** A copy of a value and of everything it holds. */
export function cloneDeep<Value>(value?: Value): Value {
  return copyValue(value, undefined, { isDeep: true, seen: new Map(), customize: undefined }) as Value;
}

/** A copy of a value, where a function may decide on it. */
export function cloneWith(value?: unknown, customizer?: unknown): unknown {
  const customize = typeof customizer === "function" ? (customizer as ChooseCopy) : undefined;
  return copyValue(value, undefined, { isDeep: false, seen: new Map(), customize });
}

/** A copy of a value and of everything it holds, where a function may decide on each. */
export function cloneDeepWith(value?: unknown, customizer?: unknown): unknown {
  const customize = typeof customizer === "function" ? (customizer as ChooseCopy) : undefined;
  return copyValue(value, undefined, { isDeep: true, seen: new Map(), customize });
}

/** Puts copies of the objects that an object holds in their place, as far down as `copy` makes another one. */
export function cloneNested(
  object: object,
  copy: (value: unknown) => unknown,
  seen = new Map<unknown, unknown>(),
): void {
  for (const key of Reflect.ownKeys(object)) {
    const value = (object as Bag)[key];
    const known = seen.get(value);
    const other = known === undefined ? copy(value) : known;
    if (!isObject(value) || other === value) continue;
    assignValue(object, key, other);
    if (known !== undefined) continue;
    seen.set(value, other);
    cloneNested(other as object, copy, seen);
  }
}

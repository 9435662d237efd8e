/** The properties of objects, and walking through collections. */
import { isArguments, isArrayLike, isBuffer, isIndex, isObject, isPrototype, isTypedArray } from "./kinds.ts";
import type { Bag } from "./kinds.ts";

/** The names of an object's own properties; of a list, all of its places. */
export function keys(object: unknown): string[] {
  const own = Object.prototype.hasOwnProperty;
  if (isArrayLike(object)) return placesOf(object, (key) => own.call(object, key));
  const names = Object.keys(Object(object));
  return isPrototype(object) ? names.filter((name) => name !== "constructor") : names;
}

/** The names of an object's properties, those it inherits too; of a list, all of its places. */
export function keysIn(object: unknown): string[] {
  if (isArrayLike(object)) return placesOf(object, () => true);
  const own = Object.prototype.hasOwnProperty;
  const isMade = isObject(object) && isPrototype(object);
  const names: string[] = [];
  for (const name in Object(object)) {
    const isInherited = isObject(object) && (isMade || !own.call(object, name));
    if (name !== "constructor" || !isInherited) names.push(name);
  }
  return names;
}

/** The places of a list, and its further properties that fit. */
function placesOf(list: ArrayLike<unknown>, fits: (key: string) => boolean): string[] {
  const isDense = Array.isArray(list) || isArguments(list) || isTypedArray(list);
  const names = isDense ? Array.from({ length: list.length }, (_, index) => String(index)) : [];
  for (const name in Object(list)) {
    const isOfBuffer = isBuffer(list) && (name === "offset" || name === "parent");
    const isKnown = isDense && (name === "length" || isOfBuffer || isIndex(name, list.length));
    if (!isKnown && fits(name)) names.push(name);
  }
  return names;
}

/** An object's own symbols that are enumerable. */
export function symbolsOf(object: unknown): symbol[] {
  if (object === undefined || object === null) return [];
  const isEnumerable = Object.prototype.propertyIsEnumerable;
  return Object.getOwnPropertySymbols(Object(object)).filter((symbol) => isEnumerable.call(object, symbol));
}

/** Sets a property, one named `__proto__` too, unless it is already the same. */
export function assignValue(object: object, key: PropertyKey, value: unknown): void {
  const bag = object as Bag;
  const old = bag[key];
  const isSet =
    Object.prototype.hasOwnProperty.call(object, key) && (old === value || (old !== old && value !== value));
  if (isSet && (value !== undefined || key in object)) return;
  setValue(object, key, value);
}

/** Sets a property, one named `__proto__` too; one that cannot be set stays. */
export function setValue(object: object, key: PropertyKey, value: unknown): void {
  if (key === "__proto__")
    Object.defineProperty(object, key, { configurable: true, enumerable: true, value, writable: true });
  else Reflect.set(Object(object), key, value);
}

/** What is called for each element or property; the walk ends where it gives false. */
export type Visit = (value: unknown, key: never, collection: never) => unknown;

/** Calls a function for each element of a list, or for each own property of an object, until it gives false. */
export function walk(collection: unknown, visit: Visit): void {
  const call = visit as (value: unknown, key: unknown, collection: unknown) => unknown;
  if (isArrayLike(collection)) {
    const list: ArrayLike<unknown> = Array.isArray(collection) ? collection : Object(collection);
    const { length } = collection;
    for (let index = 0; index < length; index++) {
      if (call(list[index], index, list) === false) return;
    }
  } else if (collection) {
    const object = Object(collection) as Bag;
    for (const key of keys(collection)) {
      if (call(object[key], key, object) === false) return;
    }
  }
}

/** As `walk`, from the last to the first. */
export function walkBack(collection: unknown, visit: Visit): void {
  const call = visit as (value: unknown, key: unknown, collection: unknown) => unknown;
  if (isArrayLike(collection)) {
    const list: ArrayLike<unknown> = Array.isArray(collection) ? collection : Object(collection);
    for (let index = collection.length - 1; index >= 0; index--) {
      if (call(list[index], index, list) === false) return;
    }
  } else if (collection) {
    const object = Object(collection) as Bag;
    for (const key of keys(collection).reverse()) {
      if (call(object[key], key, object) === false) return;
    }
  }
}

/** Objects, property by property. */
import { toFunction } from "./iteratee.ts";
import { isArrayLike, isObject, isPrototype, isSame, tagOf } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { assignValue, keys, keysIn, setValue, symbolsOf } from "./keys.ts";
import { isVisit } from "./lists.ts";

/** The sources to copy from: of arguments that a walk passes, only the first. */
export function sourcesOf(sources: readonly unknown[]): readonly unknown[] {
  const [first, second, third] = sources;
  return sources.length > 2 && third && isVisit(first, second, third) ? [first] : sources;
}

export function assign<Target, Source>(object: Target, source: Source): Target & Source;
export function assign<Target, Source, Other>(object: Target, source: Source, other: Other): Target & Source & Other;
export function assign<Target>(object?: Target, ...sources: readonly unknown[]): Target;
/** Copies own properties of the sources to an object. */
export function assign<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  const target: object = Object(object);
  for (const source of sourcesOf(sources)) {
    if (!source) continue;
    const names = isPrototype(source) || isArrayLike(source) ? keys(source) : Object.keys(Object(source));
    for (const name of names) assignValue(target, name, (source as Bag)[name]);
  }
  return target as Target;
}

export function assignIn<Target, Source>(object: Target, source: Source): Target & Source;
export function assignIn<Target>(object?: Target, ...sources: readonly unknown[]): Target;
/** Copies properties of the sources to an object, inherited ones too. */
export function assignIn<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  const target: object = Object(object);
  for (const source of sourcesOf(sources)) {
    if (!source) continue;
    for (const name of keysIn(source)) assignValue(target, name, (source as Bag)[name]);
  }
  return target as Target;
}

export function defaults<Target, Source>(object: Target, source: Source): Source & Target;
export function defaults<Target, Source, Other>(object: Target, source: Source, other: Other): Other & Source & Target;
export function defaults<Target>(object?: Target, ...sources: readonly unknown[]): Target;
/** Copies properties of the sources to an object, where that has none of its own or undefined. */
export function defaults<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  const target = Object(object) as Bag;
  const own = Object.prototype.hasOwnProperty;
  for (const source of sourcesOf(sources)) {
    if (source === undefined || source === null) continue;
    for (const name of keysIn(source)) {
      const old = target[name];
      const isBuiltIn = isSame(old, (Object.prototype as Readonly<Bag>)[name]) && !own.call(target, name);
      if (old === undefined || isBuiltIn) Reflect.set(target, name, (source as Bag)[name]);
    }
  }
  return target as Target;
}

export function toPairs<Value>(object: Readonly<Record<string, Value>> | null | undefined): [string, Value][];
export function toPairs(object?: unknown): [unknown, unknown][];
/** An object's own properties as pairs of name and value. */
export function toPairs(object?: unknown): [unknown, unknown][] {
  if (tagOf(object) === "[object Map]") return [...(object as Map<unknown, unknown>)];
  if (tagOf(object) === "[object Set]") return [...(object as Set<unknown>)].map((value) => [value, value]);
  return keys(object).map((key) => [key, (object as Bag)[key]]);
}

/** The values of an object's properties, inherited ones too. */
export function valuesIn(object?: unknown): unknown[] {
  return object === undefined || object === null ? [] : keysIn(object).map((key) => (object as Bag)[key]);
}

function eachOf(
  object: unknown,
  names: readonly string[],
  visit: (value: unknown, key: string, holder: Bag) => unknown,
): void {
  const holder = Object(object) as Bag;
  for (const name of names) {
    if (visit(holder[name], name, holder) === false) return;
  }
}

export function forOwn<Holder extends object>(
  object: Holder,
  iteratee: (value: Holder[keyof Holder], key: string, holder: Holder) => unknown,
): Holder;
export function forOwn<Target>(object?: Target, iteratee?: unknown): Target;
/** Calls a function with each own property, until it gives false. */
export function forOwn<Target>(object?: Target, iteratee?: unknown): Target {
  if (object) eachOf(object, keys(object), toFunction(iteratee));
  return object as Target;
}

export function forIn<Holder extends object>(
  object: Holder,
  iteratee: (value: Holder[keyof Holder], key: string, holder: Holder) => unknown,
): Holder;
export function forIn<Target>(object?: Target, iteratee?: unknown): Target;
/** Calls a function with each property, inherited ones too, until it gives false. */
export function forIn<Target>(object?: Target, iteratee?: unknown): Target {
  if (object !== undefined && object !== null) eachOf(object, keysIn(object), toFunction(iteratee));
  return object as Target;
}

export function mapValues<Holder extends object, Result>(
  object: Holder | null | undefined,
  iteratee: (value: Holder[keyof Holder], key: string, holder: Holder) => Result,
): { [Key in keyof Holder]: Result };
export function mapValues(object?: unknown, iteratee?: unknown): Record<string, unknown>;
/** An object with what a function makes of each own property. */
export function mapValues(object?: unknown, iteratee?: unknown): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const of = toFunction(iteratee);
  forOwn(object, (value: unknown, key: string, holder: unknown) => {
    setValue(result, key, of(value, key, holder));
  });
  return result;
}

export function mapKeys<Holder extends object>(
  object: Holder | null | undefined,
  iteratee?: ((value: Holder[keyof Holder], key: string, holder: Holder) => unknown) | PropertyKey | object,
): Record<string, Holder[keyof Holder]>;
export function mapKeys(object?: unknown, iteratee?: unknown): Record<string, unknown>;
/** An object with each own property under the name a function makes of it. */
export function mapKeys(object?: unknown, iteratee?: unknown): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  const of = toFunction(iteratee);
  forOwn(object, (value: unknown, key: string, holder: unknown) => {
    setValue(result, of(value, key, holder) as string, value);
  });
  return result;
}

export function findKey<Holder extends object>(
  object: Holder | null | undefined,
  predicate?: ((value: Holder[keyof Holder], key: string, holder: Holder) => unknown) | PropertyKey | object,
): string | undefined;
export function findKey(object?: unknown, predicate?: unknown): string | undefined;
/** The name of the first own property that a test is true of. */
export function findKey(object?: unknown, predicate?: unknown): string | undefined {
  let found: string | undefined;
  const test = toFunction(predicate);
  forOwn(object, (value: unknown, key: string, holder: unknown) => {
    if (!test(value, key, holder)) return true;
    found = key;
    return false;
  });
  return found;
}

/** An object's values as names, and its names as values. */
export function invert(object?: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  forOwn(object, (value: unknown, key: string) => {
    const isNone = value === undefined || value === null;
    const isText = isNone || typeof (value as object).toString === "function";
    const name: unknown = isText ? value : Object.prototype.toString.call(value);
    result[name as string] = key;
  });
  return result;
}

export function pickBy<Value>(
  object: Readonly<Record<string, Value>> | null | undefined,
  predicate?: (value: Value, key: string) => unknown,
): Record<string, Value>;
export function pickBy<Holder extends object>(
  object: Holder | null | undefined,
  predicate?: (value: Holder[keyof Holder], key: string) => unknown,
): Partial<Holder>;
export function pickBy(object?: unknown, predicate?: unknown): object;
/** The properties of an object that a test is true of, inherited ones and symbols too. */
export function pickBy(object?: unknown, predicate?: unknown): object {
  const result = {};
  if (object === undefined || object === null) return result;
  const test = toFunction(predicate);
  for (const key of allKeysIn(object)) {
    const isForbidden = key === "__proto__" || key === "constructor" || key === "prototype";
    const value = (object as Bag)[key];
    if (test(value, key) && !isForbidden) assignValue(result, key, value);
  }
  return result;
}

export function omitBy<Value>(
  object: Readonly<Record<string, Value>> | null | undefined,
  predicate?: (value: Value, key: string) => unknown,
): Record<string, Value>;
export function omitBy<Holder extends object>(
  object: Holder | null | undefined,
  predicate?: (value: Holder[keyof Holder], key: string) => unknown,
): Partial<Holder>;
export function omitBy(object?: unknown, predicate?: unknown): object;
/** The properties of an object that a test is not true of, inherited ones and symbols too. */
export function omitBy(object?: unknown, predicate?: unknown): object {
  const test = toFunction(predicate);
  return pickBy(object, (value: unknown, key: unknown) => !test(value, key));
}

/** The names of an object's properties and its symbols, inherited ones too. */
export function allKeysIn(object: unknown): PropertyKey[] {
  const symbols: symbol[] = [];
  for (let at: unknown = Object(object); at; at = Object.getPrototypeOf(at)) symbols.push(...symbolsOf(at));
  return [...keysIn(object), ...symbols];
}

/** The names of an object's own properties that are functions. */
export function functions(object?: unknown): string[] {
  if (object === undefined || object === null) return [];
  return keys(object).filter((key) => isCallable((object as Bag)[key]));
}

function isCallable(value: unknown): boolean {
  return isObject(value) && /^\[object (?:(?:Async|Generator)?Function|Proxy)\]$/.test(tagOf(value));
}

/** Objects made from objects. */
import { toFunction } from "./iteratee.ts";
import { isBuffer, isFunction, isObject, isTypedArray, tagOf } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { assignValue, keys, keysIn } from "./keys.ts";
import { forOwn, sourcesOf } from "./objects.ts";

/** What decides on a value that is copied: undefined leaves it as it is. */
type ChooseValue = (old: unknown, value: unknown, key: string, object: object, source: object) => unknown;

function assignBy(object: unknown, given: readonly unknown[], namesOf: (source: unknown) => string[]): unknown {
  const target = Object(object) as Bag;
  const extra = given.length > 1 ? given[given.length - 1] : undefined;
  const customize = typeof extra === "function" ? (extra as ChooseValue) : undefined;
  const sources = sourcesOf(given);
  const all = customize === undefined || sources !== given ? sources : given.slice(0, -1);
  const by = sources !== given && given.length < 3 ? undefined : customize;
  for (const source of all) {
    if (!source) continue;
    for (const name of namesOf(source)) {
      const value = (source as Bag)[name];
      const chosen = by && by(target[name], value, name, target, source);
      assignValue(target, name, chosen === undefined ? (source as Bag)[name] : chosen);
    }
  }
  return target;
}

/** Copies own properties of the sources to an object; a function may decide on each value. */
export function assignWith<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  return assignBy(object, sources, keys) as Target;
}

/** As `assignWith`, of inherited properties too. */
export function assignInWith<Target>(object?: Target, ...sources: readonly unknown[]): Target {
  return assignBy(object, sources, keysIn) as Target;
}

/** An object with that prototype, and some properties. */
export function create(prototype?: unknown, properties?: unknown): object {
  const made: object = isObject(prototype) ? (Object.create(prototype) as object) : {};
  if (properties === undefined || properties === null) return made;
  for (const name of keys(properties)) assignValue(made, name, (properties as Bag)[name]);
  return made;
}

/** What `transform` fills, where it is given nothing. */
function likeOf(object: unknown): object {
  const made: unknown = object ? (object as object).constructor : undefined;
  if (Array.isArray(object)) return Reflect.construct(made as ArrayConstructor, []);
  if (isBuffer(object) || isTypedArray(object)) return [];
  const prototype: unknown = isObject(object) && isFunction(made) ? Object.getPrototypeOf(object) : Object.prototype;
  return isObject(prototype) ? (Object.create(prototype) as object) : {};
}

export function transform<Value, Result extends object>(
  object: readonly Value[],
  iteratee: (result: Result, value: Value, index: number, list: readonly Value[]) => unknown,
  accumulator: Result,
): Result;
export function transform<Holder extends object, Result extends object>(
  object: Holder,
  iteratee: (result: Result, value: Holder[keyof Holder], key: string, holder: Holder) => unknown,
  accumulator: Result,
): Result;
export function transform(object?: unknown, iteratee?: unknown, accumulator?: unknown): unknown;
/** An object that a function fills from each element or own property, until it gives false. */
export function transform(object?: unknown, iteratee?: unknown, accumulator?: unknown): unknown {
  const visit = toFunction(iteratee);
  const result = accumulator === undefined || accumulator === null ? likeOf(object) : accumulator;
  if (!Array.isArray(object) && !isTypedArray(object)) {
    forOwn(object, (value: unknown, key: unknown, holder: unknown) => visit(result, value, key, holder));
    return result;
  }
  const { length } = object;
  for (let index = 0; index < length; index++) {
    if (visit(result, object[index], index, object) === false) break;
  }
  return result;
}

/** Calls a function with each own property from the last to the first, until it gives false. */
export function forOwnRight<Target>(object?: Target, iteratee?: unknown): Target {
  if (object) eachBack(object, keys(object), iteratee);
  return object as Target;
}

/** Calls a function with each property from the last to the first, inherited ones too, until it gives false. */
export function forInRight<Target>(object?: Target, iteratee?: unknown): Target {
  if (object !== undefined && object !== null) eachBack(object, keysIn(object), iteratee);
  return object as Target;
}

function eachBack(object: unknown, names: readonly string[], iteratee: unknown): void {
  const holder = Object(object) as Bag;
  const visit = toFunction(iteratee);
  for (const name of [...names].reverse()) {
    if (visit(holder[name], name, holder) === false) return;
  }
}

/** The name of the last own property that a test is true of. */
export function findLastKey(object?: unknown, predicate?: unknown): string | undefined {
  let found: string | undefined;
  const test = toFunction(predicate);
  forOwnRight(object, (value: unknown, key: string, holder: unknown) => {
    if (!test(value, key, holder)) return true;
    found = key;
    return false;
  });
  return found;
}

/** The names of an object's properties that are functions, inherited ones too. */
export function functionsIn(object?: unknown): string[] {
  if (object === undefined || object === null) return [];
  return keysIn(object).filter((key) => isFunction((object as Bag)[key]));
}

/** An object with what a function makes of the values as names, each with the names it was made of. */
export function invertBy(object?: unknown, iteratee?: unknown): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  const of = toFunction(iteratee);
  forOwn(object, (value: unknown, key: string) => {
    const made = of(value);
    const isNone = made === undefined || made === null;
    const isText = isNone || typeof (made as object).toString === "function";
    const name = (isText ? made : Object.prototype.toString.call(made)) as string;
    if (Object.prototype.hasOwnProperty.call(result, name)) (result[name] as string[]).push(key);
    else result[name] = [key];
  });
  return result;
}

/** An object's properties as pairs of name and value, inherited ones too. */
export function toPairsIn(object?: unknown): [unknown, unknown][] {
  if (tagOf(object) === "[object Map]") return [...(object as Map<unknown, unknown>)];
  if (tagOf(object) === "[object Set]") return [...(object as Set<unknown>)].map((value) => [value, value]);
  return keysIn(object).map((key) => [key, (object as Bag)[key]]);
}

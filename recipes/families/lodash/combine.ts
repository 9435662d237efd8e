/** Functions made of several, and of the names of methods. */
import type { Action } from "./calls.ts";
import { cloneDeep } from "./clone.ts";
import { flattenTo, isSpread } from "./flat.ts";
import { toFunction } from "./iteratee.ts";
import type { Bag } from "./kinds.ts";
import { keys } from "./keys.ts";
import { lengthOf, nth } from "./lists.ts";
import { toInteger } from "./numbers.ts";
import { invoke } from "./places.ts";

/** Functions, or what stands for them, given one by one or in an array. */
function functionsOf(given: readonly unknown[]): Action[] {
  return Array.from(flattenTo(given, 1, isSpread), toFunction);
}

/** A function that gives what several make of its arguments. */
export function over(...iteratees: readonly unknown[]): (...args: readonly unknown[]) => unknown[] {
  const all = functionsOf(iteratees);
  return function (this: unknown, ...args) {
    return all.map((one) => Reflect.apply(one, this, args));
  };
}

/** A function that tells whether all of several tests are true of its arguments. */
export function overEvery(...predicates: readonly unknown[]): (...args: readonly unknown[]) => boolean {
  const all = functionsOf(predicates);
  return function (this: unknown, ...args) {
    return all.every((one) => Reflect.apply(one, this, args));
  };
}

/** A function that tells whether any of several tests is true of its arguments. */
export function overSome(...predicates: readonly unknown[]): (...args: readonly unknown[]) => boolean {
  const all = functionsOf(predicates);
  return function (this: unknown, ...args) {
    return all.some((one) => Reflect.apply(one, this, args));
  };
}

/** A function that calls another with what further ones make of its arguments, each of one. */
export function overArgs(action?: unknown, ...transforms: readonly unknown[]): Action {
  const list = transforms.length === 1 && Array.isArray(transforms[0]) ? (transforms[0] as unknown[]) : undefined;
  const all = Array.from(list || flattenTo(transforms, 1, isSpread), toFunction);
  return function (this: unknown, ...args) {
    const made = [...args];
    for (const [index, of] of all.slice(0, args.length).entries()) made[index] = Reflect.apply(of, this, [args[index]]);
    return Reflect.apply(action as Action, this, made);
  };
}

/** A function that calls the second of the first pair whose first is true of the arguments. */
export function cond(pairs?: unknown): Action {
  const length = lengthOf(pairs);
  const all = new Array<{ test: Action; action: Action }>(length);
  for (let index = 0; index < length; index++) {
    const pair = (pairs as ArrayLike<ArrayLike<unknown> | null | undefined>)[index];
    const action = pair === undefined || pair === null ? undefined : pair[1];
    if (typeof action !== "function") throw new TypeError("Expected a function");
    all[index] = { test: toFunction((pair as ArrayLike<unknown>)[0]), action: action as Action };
  }
  return function (this: unknown, ...args) {
    for (let index = 0; index < length; index++) {
      const { test, action } = all[index] as { test: Action; action: Action };
      if (Reflect.apply(test, this, args)) return Reflect.apply(action, this, args);
    }
    return undefined;
  };
}

/** Tells whether tests are true of the properties that they are named for, the last one first. */
function conformsBy(object: unknown, source: unknown, names: readonly string[]): boolean {
  if (object === undefined || object === null) return names.length === 0;
  const bag = Object(object) as Bag;
  return [...names].reverse().every((name) => {
    const value = bag[name];
    const test = (source as Bag)[name] as (value: unknown) => unknown;
    return !(value === undefined && !(name in bag)) && test(value);
  });
}

/** Tells whether the tests of an object are true of the properties of another. */
export function conformsTo(object?: unknown, source?: unknown): boolean {
  return source === undefined || source === null || conformsBy(object, source, keys(source));
}

/** A function that tells whether the tests of an object are true of the properties of its argument. */
export function conforms(source?: unknown): (object?: unknown) => boolean {
  const tests = cloneDeep(source);
  const names = keys(tests);
  return (object) => conformsBy(object, tests, names);
}

/** A function that calls the method at a path of its argument. */
export function method(path?: unknown, ...args: readonly unknown[]): (object?: unknown) => unknown {
  return (object) => invoke(object, path, ...args);
}

/** A function that calls the method of an object at the path it is given. */
export function methodOf(object?: unknown, ...args: readonly unknown[]): (path?: unknown) => unknown {
  return (path) => invoke(object, path, ...args);
}

/** A function that gives its argument at a place, counted from the end when negative. */
export function nthArg(place?: unknown): Action {
  const at = toInteger(place);
  return (...args) => nth(args, at);
}

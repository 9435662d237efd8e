/** Functions with some of their arguments, or their `this`, given ahead. */
import { demand } from "./calls.ts";
import type { Action } from "./calls.ts";
import { flattenTo, isSpread } from "./flat.ts";
import { isIndex } from "./kinds.ts";
import type { Bag } from "./kinds.ts";
import { toInteger, toKey } from "./numbers.ts";

/** Calls a function, or makes an object by it where the one that stands for it is called with `new`. */
function callOrMake(action: Action, self: unknown, args: readonly unknown[], made: unknown): unknown {
  return made === undefined ? Reflect.apply(action, self, args) : Reflect.construct(action, args);
}

export function bind<Given extends readonly unknown[], Rest extends readonly unknown[], Result>(
  action: (...args: [...Given, ...Rest]) => Result,
  self: unknown,
  ...given: Given
): (...args: Rest) => Result;
export function bind(action?: unknown, self?: unknown, ...given: readonly unknown[]): Action;
/** A function that calls another as a method of an object, its first arguments given ahead. */
export function bind(action?: unknown, self?: unknown, ...given: readonly unknown[]): Action {
  const call = demand(action);
  return function (...args) {
    return callOrMake(call, self, [...given, ...args], new.target);
  };
}

/** A function that calls the method an object then has under a key, its first arguments given ahead. */
export function bindKey(object?: unknown, key?: unknown, ...given: readonly unknown[]): Action {
  const name = (key as string) + "";
  return function (...args) {
    const method = (object as Bag)[name] as Action;
    return callOrMake(method, object, [...given, ...args], new.target);
  };
}

/** Binds methods of an object to it, by their names. */
export function bindAll<Target>(object?: Target, ...names: readonly unknown[]): Target {
  const holder: unknown = object;
  const bag = holder as Bag;
  for (const name of flattenTo(names, 1, isSpread)) {
    const key = toKey(name);
    bag[key] = bind(bag[key], object);
  }
  return object as Target;
}

export function partial<Given extends readonly unknown[], Rest extends readonly unknown[], Result>(
  action: (...args: [...Given, ...Rest]) => Result,
  ...given: Given
): (...args: Rest) => Result;
export function partial(action?: unknown, ...given: readonly unknown[]): Action;
/** A function that calls another, its first arguments given ahead. */
export function partial(action?: unknown, ...given: readonly unknown[]): Action {
  const call = demand(action);
  return function (this: unknown, ...args) {
    return callOrMake(call, this, [...given, ...args], new.target);
  };
}

/** A function that calls another, its last arguments given ahead. */
export function partialRight(action?: unknown, ...given: readonly unknown[]): Action {
  const call = demand(action);
  return function (this: unknown, ...args) {
    return callOrMake(call, this, [...args, ...given], new.target);
  };
}

/** A function that calls a wrapper with a value and its own arguments. */
export function wrap(value?: unknown, wrapper?: unknown): Action {
  return partial(typeof wrapper === "function" ? wrapper : (one: unknown) => one, value);
}

/** A function that calls another with so many arguments at most. */
export function ary(action?: unknown, count?: unknown, guard?: unknown): Action {
  const isAll = guard || count === undefined || count === null;
  const call = demand(action);
  const most = isAll ? call.length : Math.max(toInteger(count), 0);
  return function (this: unknown, ...args) {
    return callOrMake(call, this, args.slice(0, most), new.target);
  };
}

/** A function that calls another with its arguments in another order. */
export function rearg(action?: unknown, ...places: readonly unknown[]): Action {
  const call = demand(action);
  const order = flattenTo(places, 1, isSpread);
  return function (this: unknown, ...args) {
    const moved = [...args];
    for (const [index, place] of order.slice(0, args.length).entries()) {
      moved[index] = isIndex(place, args.length) ? args[place as number] : undefined;
    }
    return callOrMake(call, this, moved, new.target);
  };
}

/** A function that calls another with its further arguments in an array. */
export function rest(action?: unknown, start?: unknown): Action {
  const call = demand(action);
  const from = Math.max(start === undefined ? call.length - 1 : toInteger(start), 0);
  return function (this: unknown, ...args) {
    const ahead = Array.from({ length: from }, (_, index) => args[index]);
    return Reflect.apply(call, this, [...ahead, args.slice(from)]);
  };
}

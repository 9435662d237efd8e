/** Functions that call functions. */
import { flattenTo, isSpread } from "./flat.ts";
import { toInteger, toNumber, toString } from "./numbers.ts";

/** Any function that is called with what it is given. */
export type Action = (...args: readonly unknown[]) => unknown;

/** A function, or an error where a value is none. */
export function demand(action: unknown): Action {
  if (typeof action !== "function") throw new TypeError("Expected a function");
  return action as Action;
}

/** A function that calls another from its n-th call on. */
export function after(count?: unknown, action?: unknown): Action {
  const call = demand(action);
  let left = toInteger(count);
  return function (this: unknown, ...args) {
    left -= 1;
    return left < 1 ? Reflect.apply(call, this, args) : undefined;
  };
}

/** A function that calls another fewer than n times, and then gives what it gave last. */
export function before(count?: unknown, action?: unknown): Action {
  let call: Action | undefined = demand(action);
  let left = toInteger(count);
  let last: unknown;
  return function (this: unknown, ...args) {
    left -= 1;
    if (left > 0 && call) last = Reflect.apply(call, this, args);
    if (left <= 1) call = undefined;
    return last;
  };
}

export function once<Given extends readonly unknown[], Result>(
  action: (...args: Given) => Result,
): (...args: Given) => Result;
export function once(action?: unknown): Action;
/** A function that calls another once, and then gives what it gave. */
export function once(action?: unknown): Action {
  return before(2, action);
}

export function negate<Given extends readonly unknown[]>(
  predicate: (...args: Given) => unknown,
): (...args: Given) => boolean;
export function negate(predicate?: unknown): Action;
/** A function that is true where another is not. */
export function negate(predicate?: unknown): Action {
  const test = demand(predicate);
  return function (this: unknown, ...args) {
    return !Reflect.apply(test, this, args);
  };
}

/** A function that calls another with its first argument only. */
export function unary(action?: unknown): Action {
  const call = demand(action);
  return function (this: unknown, ...args) {
    return Reflect.apply(call, this, args.slice(0, 1));
  };
}

/** A function that calls another with its arguments the other way round. */
export function flip(action?: unknown): Action {
  const call = demand(action);
  return function (this: unknown, ...args) {
    return Reflect.apply(call, this, [...args].reverse());
  };
}

/** A function that calls another with the elements of its argument. */
export function spread(action?: unknown, start?: unknown): Action {
  const call = demand(action);
  const at = start === undefined || start === null ? 0 : Math.max(toInteger(start), 0);
  return function (this: unknown, ...args) {
    const list = args[at];
    const rest = list ? Array.from(list as unknown[]) : [];
    return Reflect.apply(call, this, [...args.slice(0, at), ...rest]);
  };
}

export function memoize<Given extends readonly unknown[], Result>(
  action: (...args: Given) => Result,
  resolver?: (...args: Given) => unknown,
): ((...args: Given) => Result) & { cache: Map<unknown, unknown> };
export function memoize(action?: unknown, resolver?: unknown): Action & { cache: Map<unknown, unknown> };
/** A function that remembers what another gave, by its first argument or what a resolver makes of them. */
export function memoize(action?: unknown, resolver?: unknown): Action & { cache: Map<unknown, unknown> } {
  const isWrong = resolver !== undefined && resolver !== null && typeof resolver !== "function";
  const call = demand(isWrong ? undefined : action);
  const memoized = function (this: unknown, ...args: readonly unknown[]): unknown {
    const key: unknown = resolver ? Reflect.apply(resolver as Action, this, args) : args[0];
    if (memoized.cache.has(key)) return memoized.cache.get(key);
    const value = Reflect.apply(call, this, args);
    memoized.cache = memoized.cache.set(key, value) || memoized.cache;
    return value;
  };
  memoized.cache = new Map<unknown, unknown>();
  return memoized;
}

export function memoizeLoosely<Given extends readonly unknown[], Result>(
  action: (...args: Given) => Result,
  resolver?: ((...args: Given) => unknown) | false | null,
): ((...args: Given) => Result) & { cache: Map<unknown, unknown> };
export function memoizeLoosely(action?: unknown, resolver?: unknown): Action & { cache: Map<unknown, unknown> };
/** As `memoize`, where anything that is falsy stands for no resolver. */
export function memoizeLoosely(action?: unknown, resolver?: unknown): Action & { cache: Map<unknown, unknown> } {
  return memoize(action, resolver || undefined);
}

/** A function that calls others one after the other, each with what the one before gave. */
export function flow(...actions: readonly unknown[]): Action {
  return compose(flattenTo(actions, 1, isSpread));
}

/** As `flow`, from the last function to the first. */
export function flowRight(...actions: readonly unknown[]): Action {
  return compose(flattenTo(actions, 1, isSpread).reverse());
}

/** A function that calls the functions of a list one after the other. */
function compose(actions: readonly unknown[]): Action {
  const calls = actions.map(demand);
  return function (this: unknown, ...args) {
    if (calls.length === 0) return args[0];
    return calls.reduce<readonly unknown[]>((given, call) => [Reflect.apply(call, this, given)], args)[0];
  };
}

export function constant<Value>(value: Value): () => Value;
export function constant(value?: unknown): () => unknown;
/** A function that always gives the same. */
export function constant(value?: unknown): () => unknown {
  return () => value;
}

/** Calls a function after the current one has ended. */
export function defer(action?: unknown, ...args: readonly unknown[]): unknown {
  const call = demand(action);
  return setTimeout(() => Reflect.apply(call, undefined, args), 1);
}

/** Calls a function after some milliseconds. */
export function delay(action?: unknown, wait?: unknown, ...args: readonly unknown[]): unknown {
  const call = demand(action);
  return setTimeout(() => Reflect.apply(call, undefined, args), toNumber(wait) || 0);
}

let uniqueIds = 0;

/** A text that has not been given before. */
export function uniqueId(prefix?: unknown): string {
  uniqueIds += 1;
  return toString(prefix) + uniqueIds;
}

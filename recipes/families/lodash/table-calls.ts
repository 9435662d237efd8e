/** Functions: what stands in for each method, the first case whose parameters fit. */
import type { Arrow } from "../../../src/recipe.ts";
import {
  after,
  before,
  constant,
  defer,
  delay,
  flip,
  flow,
  flowRight,
  memoize,
  negate,
  once,
  spread,
  unary,
  uniqueId,
} from "./calls.ts";
import { cond, conforms, method, methodOf, nthArg, over, overArgs, overEvery, overSome } from "./combine.ts";
import { property, propertyOf } from "./iteratee.ts";
import { debounce, throttle } from "./limits.ts";
import { ary, bind, bindAll, bindKey, partial, partialRight, rearg, rest, wrap } from "./partial.ts";
import { iteratee, matches, matchesProperty } from "./shorthands.ts";

export const deferCases = [(action: Arrow) => setTimeout(action, 1), defer];

export const delayCases = [(action: Arrow, wait: number) => setTimeout(action, wait), delay];

/** Functions. */
export const callsMethods = {
  after,
  ary,
  before,
  bind,
  bindAll,
  bindKey,
  cond,
  conforms,
  constant,
  debounce,
  defer: deferCases,
  delay: delayCases,
  flip,
  flow,
  flowRight,
  iteratee,
  matches,
  matchesProperty,
  memoize,
  method,
  methodOf,
  negate,
  nthArg,
  once,
  over,
  overArgs,
  overEvery,
  overSome,
  partial,
  partialRight,
  property,
  propertyOf,
  rearg,
  rest,
  spread,
  throttle,
  unary,
  uniqueId,
  wrap,
  /** Gives its argument. */
  identity: <Value>(value?: Value): Value => value as Value,
  noop: (): undefined => undefined,
  now: Date.now,
  stubArray: () => [],
  stubFalse: () => false,
  stubObject: () => ({}),
  stubString: () => "",
  stubTrue: () => true,
  /** Calls a function with a value, and gives the value. */
  tap: <Value>(value?: Value, action?: unknown): Value => {
    (action as (value: unknown) => unknown)(value);
    return value as Value;
  },
  /** Calls a function with a value. */
  thru: (value?: unknown, action?: unknown) => (action as (value: unknown) => unknown)(value),
};

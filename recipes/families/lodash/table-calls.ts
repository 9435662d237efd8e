/** Functions: what stands in for each method, the first case whose parameters fit. */
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
import { property, propertyOf } from "./iteratee.ts";
import { debounce, throttle } from "./limits.ts";
import { iteratee, matches, matchesProperty } from "./shorthands.ts";

export const deferCases = [(action: (...args: readonly unknown[]) => unknown) => setTimeout(action, 1), defer];

export const delayCases = [
  (action: (...args: readonly unknown[]) => unknown, wait: number) => setTimeout(action, wait),
  delay,
];

/** Functions. */
export const callsMethods = {
  after,
  before,
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
  negate,
  once,
  property,
  propertyOf,
  spread,
  throttle,
  unary,
  uniqueId,
  /** Gives its argument. */
  identity: <Value>(value?: Value): Value => value as Value,
  noop: (): undefined => undefined,
  now: Date.now,
  stubArray: () => [],
  stubFalse: () => false,
  stubObject: () => ({}),
  stubString: () => "",
  stubTrue: () => true,
};

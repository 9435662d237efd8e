/** Functions made from what stands for one; objects are copied, so that they may change afterwards. */
import { cloneDeep } from "./clone.ts";
import { matcher, pairMatcher, toFunction } from "./iteratee.ts";

/** A function, or what stands for one, as a function. */
export function iteratee(value?: unknown): (...args: readonly unknown[]) => unknown {
  return toFunction(typeof value === "function" ? value : cloneDeep(value));
}

/** A function that tells whether its argument has all that an object has. */
export function matches(source?: unknown): (object?: unknown) => boolean {
  return matcher(cloneDeep(source));
}

/** A function that tells whether a path of its argument leads to a value. */
export function matchesProperty(path?: unknown, value?: unknown): (object?: unknown) => boolean {
  return pairMatcher(path, cloneDeep(value));
}

/** Functions that are called less often than they are asked for. */
import { isObject } from "./kinds.ts";
import { toNumber } from "./numbers.ts";

/** A function that waits, with which its waiting is ended. */
export interface Limited<Arguments extends readonly unknown[], Result> {
  (...args: Arguments): Result | undefined;
  /** Forgets the call that waits. */
  cancel(): void;
  /** Makes the call that waits, now. */
  flush(): Result | undefined;
}

export function debounce<Given extends readonly unknown[], Result>(
  action: (...args: Given) => Result,
  wait?: number,
  options?: { leading?: boolean; trailing?: boolean; maxWait?: number },
): Limited<Given, Result | undefined>;
export function debounce(action?: unknown, wait?: unknown, options?: unknown): Limited<readonly unknown[], unknown>;
/**
 * A function that calls another once it has not been called for some milliseconds. Options: `leading`, to call it at once
 * too; `trailing`, not to call it at the end; `maxWait`, the most milliseconds it is put off for.
 */
export function debounce(action?: unknown, wait?: unknown, options?: unknown): Limited<readonly unknown[], unknown> {
  if (typeof action !== "function") throw new TypeError("Expected a function");
  const given = (isObject(options) ? options : {}) as { leading?: unknown; trailing?: unknown; maxWait?: unknown };
  const pause = toNumber(wait) || 0;
  const isLeading = !!given.leading;
  const isTrailing = "trailing" in given ? !!given.trailing : true;
  const most = "maxWait" in given ? Math.max(toNumber(given.maxWait) || 0, pause) : undefined;
  let waiting: { readonly self: unknown; readonly args: readonly unknown[] } | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let result: unknown;
  let asked: number | undefined;
  let called = 0;

  const call = (now: number): unknown => {
    const { self, args } = waiting || { self: undefined, args: [] };
    waiting = undefined;
    called = now;
    result = Reflect.apply(action, self, args);
    return result;
  };
  const isDue = (now: number): boolean => {
    if (asked === undefined) return true;
    const since = now - asked;
    return since >= pause || since < 0 || (most !== undefined && now - called >= most);
  };
  const finish = (now: number): unknown => {
    timer = undefined;
    if (isTrailing && waiting) return call(now);
    waiting = undefined;
    return result;
  };
  const expire = (): unknown => {
    const now = Date.now();
    if (isDue(now)) return finish(now);
    const left = pause - (now - (asked || 0));
    timer = setTimeout(expire, most === undefined ? left : Math.min(left, most - (now - called)));
    return undefined;
  };
  const start = (now: number): unknown => {
    called = now;
    timer = setTimeout(expire, pause);
    return isLeading ? call(now) : result;
  };

  function limited(this: unknown, ...args: readonly unknown[]): unknown {
    const now = Date.now();
    const isNew = isDue(now);
    waiting = { self: this, args };
    asked = now;
    if (isNew && timer === undefined) return start(now);
    if (isNew && most !== undefined) {
      clearTimeout(timer);
      timer = setTimeout(expire, pause);
      return call(now);
    }
    if (timer === undefined) timer = setTimeout(expire, pause);
    return result;
  }
  limited.cancel = (): void => {
    if (timer !== undefined) clearTimeout(timer);
    called = 0;
    waiting = asked = timer = undefined;
  };
  limited.flush = (): unknown => (timer === undefined ? result : finish(Date.now()));
  return limited;
}

export function throttle<Given extends readonly unknown[], Result>(
  action: (...args: Given) => Result,
  wait?: number,
  options?: { leading?: boolean; trailing?: boolean },
): Limited<Given, Result | undefined>;
export function throttle(action?: unknown, wait?: unknown, options?: unknown): Limited<readonly unknown[], unknown>;
/**
 * A function that calls another at most once in some milliseconds. Options: `leading` and `trailing`, whether it is called
 * at the beginning of that time and at its end; both are true.
 */
export function throttle(action?: unknown, wait?: unknown, options?: unknown): Limited<readonly unknown[], unknown> {
  if (typeof action !== "function") throw new TypeError("Expected a function");
  const given = (isObject(options) ? options : {}) as { leading?: unknown; trailing?: unknown };
  const leading = "leading" in given ? !!given.leading : true;
  const trailing = "trailing" in given ? !!given.trailing : true;
  return debounce(action, wait, { leading, maxWait: wait, trailing });
}

/** Limits of functions that run at once, as versions 1 and 2 of p-limit have them. */
import { limitAtOnce } from "./limit.ts";

type PlainLimit = <T>(task: () => PromiseLike<T> | T) => Promise<T>;
type ArgumentsLimit = <A extends unknown[], T>(task: (...args: A) => PromiseLike<T> | T, ...args: A) => Promise<T>;

interface CountedLimit extends ArgumentsLimit {
  readonly activeCount: number;
  readonly pendingCount: number;
}

export function pLimitPlain(concurrency: number): PlainLimit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
export function pLimitPlain(concurrency: unknown): unknown {
  const most = checkLeast(concurrency);
  const waiting: (() => void)[] = [];
  let active = 0;
  const next = (): void => {
    active -= 1;
    waiting.shift()?.();
  };
  return (task: () => unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const start = (): void => {
        active += 1;
        new Promise((settle) => settle(task())).then(
          (result) => {
            resolve(result);
            next();
          },
          (error: unknown) => {
            reject(error);
            next();
          },
        );
      };
      if (active < most) start();
      else waiting.push(start);
    });
}

export function pLimitUncounted(concurrency: number): ArgumentsLimit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
export function pLimitUncounted(concurrency: unknown): unknown {
  return limitAtOnce(checkLeast(concurrency)).limit;
}

export function pLimitCounted(concurrency: number): CountedLimit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
export function pLimitCounted(concurrency: unknown): unknown {
  const { limit, counts } = limitAtOnce(checkLeast(concurrency));
  return Object.defineProperties(limit, counts);
}

export function pLimitChecked(concurrency: number): CountedLimit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
export function pLimitChecked(concurrency: unknown): unknown {
  if (!(Number.isInteger(concurrency) || concurrency === Infinity) || (concurrency as number) <= 0)
    return Promise.reject(new TypeError("Expected `concurrency` to be a number from 1 and up"));
  const { limit, counts } = limitAtOnce(concurrency as number);
  return Object.defineProperties(limit, counts);
}

function checkLeast(concurrency: unknown): number {
  if ((concurrency as number) < 1) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
  return concurrency as number;
}

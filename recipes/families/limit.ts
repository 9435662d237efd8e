/** What limits of functions that run at once share. */

export interface Limit {
  readonly activeCount: number;
  readonly pendingCount: number;
  clearQueue(): void;
  <A extends unknown[], T>(task: (...args: A) => PromiseLike<T> | T, ...args: A): Promise<T>;
}

export type Task = (...args: unknown[]) => unknown;

/** The number, if it is one that a limit can be. */
export function check(concurrency: unknown): number {
  if ((Number.isInteger(concurrency) || concurrency === Infinity) && (concurrency as number) > 0)
    return concurrency as number;
  throw new TypeError("Expected `concurrency` to be a number from 1 and up");
}

export function startAtOnce(concurrency: number): Limit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
export function startAtOnce(concurrency: unknown): unknown {
  if (!(Number.isInteger(concurrency) || concurrency === Infinity) || (concurrency as number) <= 0)
    return Promise.reject(new TypeError("Expected `concurrency` to be a number from 1 and up"));
  const { limit, counts, waiting } = limitAtOnce(concurrency as number);
  return Object.defineProperties(limit, { ...counts, clearQueue: { value: () => void waiting.splice(0) } });
}

/** A limit that starts a task at once where one more may run, with its counts and what waits for it. */
export function limitAtOnce(most: number): {
  limit: (task: Task, ...args: unknown[]) => Promise<unknown>;
  counts: PropertyDescriptorMap;
  waiting: (() => void)[];
} {
  const waiting: (() => void)[] = [];
  let active = 0;
  const limit = (task: Task, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve) => {
      const next = (): void => {
        active -= 1;
        waiting.shift()?.();
      };
      const start = (): void => {
        active += 1;
        const result = (async () => task(...args))();
        resolve(result);
        result.then(next, next);
      };
      if (active < most) start();
      else waiting.push(start);
    });
  const counts = { activeCount: { get: () => active }, pendingCount: { get: () => waiting.length } };
  return { limit, counts, waiting };
}

export function pLimit(concurrency: number): Limit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
export function pLimit(concurrency: unknown): unknown {
  const most = check(concurrency);
  const waiting: (() => void)[] = [];
  let active = 0;
  const limit = (task: Task, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve) => {
      waiting.push(async () => {
        active += 1;
        const result = (async () => task(...args))();
        resolve(result);
        try {
          await result;
        } catch {
          // Whoever asked for the result is told.
        }
        active -= 1;
        waiting.shift()?.();
      });
      // Tasks start in the next turn, when those that have ended by then are no longer counted.
      void Promise.resolve().then(() => {
        if (active < most) waiting.shift()?.();
      });
    });
  return Object.defineProperties(limit, {
    activeCount: { get: () => active },
    pendingCount: { get: () => waiting.length },
    clearQueue: { value: () => void waiting.splice(0) },
  });
}

/** What ends a promise that takes too long, as it was done before there were options. */
import { errorOf } from "./abort.ts";
import { type Cancelable, checkNotNegative, checkTime, settle, timersOf, tooLong } from "./timeout.ts";

export interface Given<R> {
  milliseconds: number;
  fallback?: () => R | Promise<R>;
  message?: string | Error | false;
  customTimers?: { setTimeout: typeof globalThis.setTimeout; clearTimeout: typeof globalThis.clearTimeout };
  signal?: AbortSignal;
}

export type Clearable<T> = Promise<T> & { clear(): void };

/** What is thrown when the time is over. */
export class TimeoutError extends Error {
  constructor(message?: string) {
    super(message);
    this.name = "TimeoutError";
  }
}

export function pTimeoutEarly<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
): Promise<T | R>;
/** A promise that ends as another does, or fails when that takes too long; a function stands in for it then. */
export function pTimeoutEarly(promise: unknown, milliseconds: unknown, fallback?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    checkNotNegative(milliseconds);
    const timer = setTimeout(overOf(promise, milliseconds, fallback, resolve, reject), milliseconds);
    const stop = (): void => clearTimeout(timer);
    void (promise as Promise<unknown>).then(resolve, reject).then(stop, stop);
  });
}

export function pTimeoutFirst<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
): Promise<T | R>;
/** A promise that ends as another does, or fails when that takes too long; a function stands in for it then. */
export function pTimeoutFirst(promise: unknown, milliseconds: unknown, fallback?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    checkNotNegative(milliseconds);
    if (milliseconds === Infinity) {
      resolve(promise);
      return;
    }
    const timer = setTimeout(overOf(promise, milliseconds, fallback, resolve, reject), milliseconds);
    const stop = (): void => clearTimeout(timer);
    void (promise as Promise<unknown>).then(resolve, reject).then(stop, stop);
  });
}

export function pTimeoutClearable<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
  options?: Pick<Given<R>, "customTimers">,
): Clearable<T | R>;
/** A promise that ends as another does, or fails when that takes too long; a function stands in for it then. */
export function pTimeoutClearable(promise: unknown, time: unknown, fallback?: unknown, options?: unknown): unknown {
  let timer: unknown;
  const first = new Promise((resolve, reject) => {
    checkNotNegative(time);
    if (time === Infinity) {
      resolve(promise);
      return;
    }
    const timers = timersOf(options);
    timer = timers.setTimeout.call(undefined, overOf(promise, time, fallback, resolve, reject), time);
    void (async () => {
      try {
        resolve(await promise);
      } catch (error) {
        reject(error);
      } finally {
        timers.clearTimeout.call(undefined, timer);
      }
    })();
  });
  return Object.assign(first, {
    clear() {
      clearTimeout(timer as NodeJS.Timeout);
      timer = undefined;
    },
  });
}

export function pTimeoutSignalled<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
  options?: Pick<Given<R>, "customTimers" | "signal">,
): Clearable<T | R>;
/** A promise that ends as another does, or fails when that takes too long or a signal ends it. */
export function pTimeoutSignalled(promise: unknown, time: unknown, fallback?: unknown, options?: unknown): unknown {
  let timer: unknown;
  const first = new Promise((resolve, reject) => {
    checkTime(time);
    if (time === Infinity) {
      resolve(promise);
      return;
    }
    const timers = timersOf(options);
    const { signal }: { readonly signal?: AbortSignal } = { ...(options as object) };
    if (signal?.aborted) reject(errorOf(signal));
    signal?.addEventListener("abort", () => reject(errorOf(signal)));
    timer = timers.setTimeout.call(undefined, overOf(promise, time, fallback, resolve, reject), time);
    void (async () => {
      try {
        resolve(await promise);
      } catch (error) {
        reject(error);
      } finally {
        timers.clearTimeout.call(undefined, timer);
      }
    })();
  });
  return Object.assign(first, {
    clear() {
      clearTimeout(timer as NodeJS.Timeout);
      timer = undefined;
    },
  });
}

/** What happens when the time is over: a function stands in for the promise, or it is cancelled and this one fails. */
function overOf(
  promise: unknown,
  milliseconds: number,
  fallback: unknown,
  resolve: (value: unknown) => void,
  reject: (reason: unknown) => void,
): () => void {
  return () => {
    if (typeof fallback === "function") {
      settle(fallback as () => unknown, resolve, reject);
      return;
    }
    const message = typeof fallback === "string" ? fallback : tooLong(milliseconds);
    const error = fallback instanceof Error ? fallback : new TimeoutError(message);
    if (typeof (promise as Cancelable).cancel === "function") (promise as Required<Cancelable>).cancel();
    reject(error);
  };
}

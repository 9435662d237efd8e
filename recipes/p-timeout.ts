import { errorOf } from "./families/abort.ts";
import { defineRecipe } from "../src/recipe.ts";

interface Timers {
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

interface Options {
  readonly milliseconds: number;
  readonly fallback?: () => unknown;
  readonly message?: string | Error | false;
  readonly customTimers?: Timers;
  readonly signal?: AbortSignal;
}

interface Given<R> {
  milliseconds: number;
  fallback?: () => R | Promise<R>;
  message?: string | Error | false;
  customTimers?: { setTimeout: typeof globalThis.setTimeout; clearTimeout: typeof globalThis.clearTimeout };
  signal?: AbortSignal;
}

type Cancelable = PromiseLike<unknown> & { cancel?: () => unknown };

type Clearable<T> = Promise<T> & { clear(): void };

/** What is thrown when the time is over. */
class TimeoutError extends Error {
  constructor(message?: string) {
    super(message);
    this.name = "TimeoutError";
  }
}

/** What is thrown when the time is over, with the stack of what waited. */
const StackedTimeoutError = class TimeoutError extends Error {
  override name = "TimeoutError";

  constructor(message?: string, options?: ErrorOptions) {
    super(message, options);
    Error.captureStackTrace?.(this, StackedTimeoutError);
  }
};

export default defineRecipe(
  {
    package: "p-timeout",
    versions: "2.0.1",
    replacement: "setTimeout beside the promise",
    floor: { node: "6.0.0", baseline: "2017-03" },
    deviations: [{ severity: "message", note: "A time that is none fails with another text.", exports: ["default"] }],
    exports: { default: pTimeoutEarly, TimeoutError },
  },
  {
    package: "p-timeout",
    versions: ">=3 <3.2",
    replacement: "setTimeout beside the promise",
    floor: { node: "6.0.0", baseline: "2017-03" },
    exports: { default: pTimeoutEarly, TimeoutError },
  },
  {
    package: "p-timeout",
    versions: "3.2.0",
    replacement: "setTimeout beside the promise",
    floor: { node: "10.0.0", baseline: "2018-09" },
    exports: { default: pTimeoutFirst, TimeoutError },
  },
  {
    package: "p-timeout",
    versions: ">=4.1 <=5.0.0",
    replacement: "setTimeout beside the promise",
    floor: { node: "8.3.0", baseline: "2020-01" },
    exports: { default: pTimeoutClearable, TimeoutError },
  },
  {
    package: "p-timeout",
    versions: "5.1.0",
    replacement: "setTimeout beside the promise",
    floor: { node: "17.2.0", baseline: "2022-03" },
    exports: { default: pTimeoutSignalled, TimeoutError },
  },
  {
    package: "p-timeout",
    versions: "6.1.4",
    replacement: "setTimeout beside the promise",
    floor: { node: "17.2.0", baseline: "2022-03" },
    exports: { default: pTimeoutLater, TimeoutError },
  },
  {
    package: "p-timeout",
    versions: ">=7.0.1 <=7.0.2",
    replacement: "setTimeout beside the promise",
    floor: { node: "17.2.0", baseline: "2022-03" },
    exports: { default: pTimeout, TimeoutError: StackedTimeoutError },
  },
  {
    package: "p-timeout",
    versions: "8.0.0",
    replacement: "setTimeout beside the promise",
    floor: { node: "17.2.0", baseline: "2022-03" },
    exports: { default: pTimeoutSure, TimeoutError: StackedTimeoutError },
  },
);

function pTimeoutEarly<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
): Promise<T | R>;
/** A promise that ends as another does, or fails when that takes too long; a function stands in for it then. */
function pTimeoutEarly(promise: unknown, milliseconds: unknown, fallback?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    checkNotNegative(milliseconds);
    const timer = setTimeout(overOf(promise, milliseconds, fallback, resolve, reject), milliseconds);
    const stop = (): void => clearTimeout(timer);
    void (promise as Promise<unknown>).then(resolve, reject).then(stop, stop);
  });
}

function pTimeoutFirst<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
): Promise<T | R>;
/** A promise that ends as another does, or fails when that takes too long; a function stands in for it then. */
function pTimeoutFirst(promise: unknown, milliseconds: unknown, fallback?: unknown): Promise<unknown> {
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

function pTimeoutClearable<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
  options?: Pick<Given<R>, "customTimers">,
): Clearable<T | R>;
/** A promise that ends as another does, or fails when that takes too long; a function stands in for it then. */
function pTimeoutClearable(promise: unknown, milliseconds: unknown, fallback?: unknown, options?: unknown): unknown {
  let timer: unknown;
  const first = new Promise((resolve, reject) => {
    checkNotNegative(milliseconds);
    if (milliseconds === Infinity) {
      resolve(promise);
      return;
    }
    const timers = timersOf(options);
    timer = timers.setTimeout.call(undefined, overOf(promise, milliseconds, fallback, resolve, reject), milliseconds);
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

function pTimeoutSignalled<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
  options?: Pick<Given<R>, "customTimers" | "signal">,
): Clearable<T | R>;
/** A promise that ends as another does, or fails when that takes too long or a signal ends it. */
function pTimeoutSignalled(promise: unknown, milliseconds: unknown, fallback?: unknown, options?: unknown): unknown {
  let timer: unknown;
  const first = new Promise((resolve, reject) => {
    checkTime(milliseconds);
    if (milliseconds === Infinity) {
      resolve(promise);
      return;
    }
    const timers = timersOf(options);
    const { signal }: { readonly signal?: AbortSignal } = { ...(options as object) };
    if (signal?.aborted) reject(errorOf(signal));
    signal?.addEventListener("abort", () => reject(errorOf(signal)));
    timer = timers.setTimeout.call(undefined, overOf(promise, milliseconds, fallback, resolve, reject), milliseconds);
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

function pTimeoutLater<T, R = T>(
  promise: PromiseLike<T>,
  options: Given<R> & { message: false },
): Clearable<T | R | undefined>;
function pTimeoutLater<T, R = T>(promise: PromiseLike<T>, options: Given<R>): Clearable<T | R>;
/** A promise that ends as another does, or fails when that takes too long or a signal ends it. */
function pTimeoutLater(promise: unknown, options: unknown): unknown {
  const { milliseconds, signal } = options as Options;
  let abort: (() => void) | undefined;
  const clock = clockOf(options as Options, new TimeoutError());
  const first = new Promise((resolve, reject) => {
    checkTime(milliseconds);
    if (signal) {
      if (signal.aborted) reject(errorOf(signal));
      abort = () => reject(errorOf(signal));
      signal.addEventListener("abort", abort, { once: true });
    }
    if (milliseconds === Infinity) {
      (promise as PromiseLike<unknown>).then(resolve, reject);
      return;
    }
    clock.start(promise as Cancelable, resolve, reject);
    void (async () => {
      try {
        resolve(await promise);
      } catch (error) {
        reject(error);
      }
    })();
  });
  return clearable(first, clock.clear, () => abort && signal && signal.removeEventListener("abort", abort));
}

function pTimeout<T, R = T>(
  promise: PromiseLike<T>,
  options: Given<R> & { message: false },
): Clearable<T | R | undefined>;
function pTimeout<T, R = T>(promise: PromiseLike<T>, options: Given<R>): Clearable<T | R>;
/** A promise that ends as another does, or fails when that takes too long or a signal ends it. */
function pTimeout(promise: unknown, options: unknown): unknown {
  const { milliseconds, signal } = options as Options;
  let abort: (() => void) | undefined;
  const clock = clockOf(options as Options, new StackedTimeoutError());
  const first = new Promise((resolve, reject) => {
    checkTime(milliseconds);
    if (signal?.aborted) {
      reject(reasonOf(signal));
      (promise as PromiseLike<unknown>).then(resolve, reject);
      return;
    }
    if (signal) {
      abort = () => reject(reasonOf(signal));
      signal.addEventListener("abort", abort, { once: true });
    }
    (promise as PromiseLike<unknown>).then(resolve, reject);
    if (milliseconds !== Infinity) clock.start(promise as Cancelable, resolve, reject);
  });
  return clearable(first, clock.clear, () => abort && signal && signal.removeEventListener("abort", abort));
}

function pTimeoutSure<T, R = T>(
  promise: PromiseLike<T>,
  options: Given<R> & { message: false },
): Clearable<T | R | undefined>;
function pTimeoutSure<T, R = T>(promise: PromiseLike<T>, options: Given<R>): Clearable<T | R>;
/** A promise that ends as another does, or fails when that takes too long or a signal ends it, and cancels that one then. */
function pTimeoutSure(promise: unknown, options: unknown): unknown {
  const {
    milliseconds,
    fallback,
    message,
    customTimers = { setTimeout, clearTimeout } as Timers,
    signal,
  } = options as Options;
  let timer: unknown;
  let abort: (() => void) | undefined;
  const cancel = (): void => {
    try {
      (promise as Cancelable).cancel?.();
    } catch {
      // It has been decided how this ends.
    }
  };
  const first = new Promise((resolve, reject) => {
    const end = (): void => {
      reject((signal as AbortSignal).reason);
      cancel();
    };
    const mistake = mistakeOf(milliseconds, customTimers);
    const isAborted = mistake === undefined && signal?.aborted;
    if (mistake !== undefined) reject(mistake);
    else if (isAborted) end();
    (promise as PromiseLike<unknown>).then(resolve, reject);
    if (mistake !== undefined || isAborted) return;
    abort = end;
    signal?.addEventListener("abort", end, { once: true });
    // setTimeout takes a longer time for a millisecond.
    if (milliseconds > 2 ** 31 - 1) return;
    const error =
      message instanceof Error
        ? message
        : new StackedTimeoutError(message === false ? undefined : (message ?? tooLong(milliseconds)));
    const over = (): void => {
      if (fallback) settle(fallback, resolve, reject);
      else if (message === false) resolve(undefined);
      else reject(error);
      cancel();
    };
    timer = customTimers.setTimeout.call(undefined, over, milliseconds);
  });
  const clear = (): void => {
    if (timer === undefined) return;
    customTimers.clearTimeout.call(undefined, timer);
    timer = undefined;
  };
  const ended = first.finally(() => {
    try {
      (ended as Clearable<unknown>).clear();
    } catch {
      // A timer that cannot be stopped changes nothing.
    }
    if (abort && signal) signal.removeEventListener("abort", abort);
  });
  return Object.assign(ended, { clear });
}

function mistakeOf(milliseconds: unknown, timers: Partial<Timers> | null): TypeError | undefined {
  if (typeof milliseconds !== "number" || !(milliseconds > 0))
    return new TypeError(`Expected \`milliseconds\` to be a positive number, got \`${milliseconds as string}\``);
  if (typeof timers?.setTimeout !== "function" || typeof timers.clearTimeout !== "function")
    return new TypeError("Expected `customTimers` to have a `setTimeout` and a `clearTimeout` function");
  return undefined;
}

function checkNotNegative(milliseconds: unknown): asserts milliseconds is number {
  if (typeof milliseconds === "number" && !(milliseconds < 0)) return;
  throw new TypeError("Expected `milliseconds` to be a positive number");
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

function timersOf(options: unknown): Timers {
  return { customTimers: { setTimeout, clearTimeout } as Timers, ...(options as object) }.customTimers;
}

function checkTime(milliseconds: unknown): asserts milliseconds is number {
  if (typeof milliseconds === "number" && milliseconds > 0) return;
  throw new TypeError(`Expected \`milliseconds\` to be a positive number, got \`${milliseconds as string}\``);
}

/** A timer that settles a promise when its time is over. */
function clockOf(
  { milliseconds, fallback, message, customTimers = { setTimeout, clearTimeout } as Timers }: Options,
  error: Error,
) {
  let timer: unknown;
  const start = (promise: Cancelable, resolve: (value?: unknown) => void, reject: (reason: unknown) => void): void => {
    const end = (): void => {
      if (fallback) {
        settle(fallback, resolve, reject);
        return;
      }
      if (typeof promise.cancel === "function") promise.cancel();
      if (message === false) {
        resolve();
      } else if (message instanceof Error) {
        reject(message);
      } else {
        error.message = message ?? tooLong(milliseconds);
        reject(error);
      }
    };
    timer = customTimers.setTimeout.call(undefined, end, milliseconds);
  };
  const clear = (): void => {
    customTimers.clearTimeout.call(undefined, timer);
    timer = undefined;
  };
  return { start, clear };
}

function settle(give: () => unknown, resolve: (value: unknown) => void, reject: (reason: unknown) => void): void {
  try {
    resolve(give());
  } catch (error) {
    reject(error);
  }
}

function tooLong(milliseconds: number): string {
  return `Promise timed out after ${milliseconds} milliseconds`;
}

/** The promise with a method that stops its timer, which it also does when it ends. */
function clearable(promise: Promise<unknown>, clear: () => void, end: () => void): unknown {
  const ended = promise.finally(() => {
    (ended as Clearable<unknown>).clear();
    end();
  });
  return Object.assign(ended, { clear });
}

function reasonOf(signal: AbortSignal): unknown {
  return signal.reason ?? new DOMException("This operation was aborted.", "AbortError");
}

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
    versions: "3.2.0",
    replacement: "setTimeout beside the promise",
    floor: { node: "10.0.0", baseline: "2018-09" },
    exports: { default: pTimeoutFirst, TimeoutError },
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
);

function pTimeoutFirst<T, R = T>(
  promise: PromiseLike<T>,
  milliseconds: number,
  fallback?: string | Error | (() => R | Promise<R>),
): Promise<T | R>;
/** A promise that ends as another does, or fails when that takes too long; a function stands in for it then. */
function pTimeoutFirst(promise: unknown, milliseconds: unknown, fallback?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (typeof milliseconds !== "number" || milliseconds < 0)
      throw new TypeError("Expected `milliseconds` to be a positive number");
    if (milliseconds === Infinity) {
      resolve(promise);
      return;
    }
    const timer = setTimeout(() => {
      if (typeof fallback === "function") {
        settle(fallback as () => unknown, resolve, reject);
        return;
      }
      const message = typeof fallback === "string" ? fallback : tooLong(milliseconds);
      const error = fallback instanceof Error ? fallback : new TimeoutError(message);
      if (typeof (promise as Cancelable).cancel === "function") (promise as Required<Cancelable>).cancel();
      reject(error);
    }, milliseconds);
    const stop = (): void => clearTimeout(timer);
    void (promise as Promise<unknown>).then(resolve, reject).then(stop, stop);
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

function checkTime(milliseconds: unknown): void {
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

import { errorOf } from "./families/abort.ts";
import {
  type Clearable,
  type Given,
  TimeoutError,
  pTimeoutClearable,
  pTimeoutEarly,
  pTimeoutFirst,
  pTimeoutSignalled,
} from "./families/timeout-early.ts";
import {
  type Cancelable,
  type Options,
  type Timers,
  checkTime,
  clockOf,
  mistakeOf,
  settle,
  tooLong,
} from "./families/timeout.ts";
import { defineRecipe } from "../src/recipe.ts";

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

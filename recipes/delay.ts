import { defineRecipe } from "../src/recipe.ts";

interface Options {
  value?: unknown;
  signal?: AbortSignal;
}

type Clearable = Promise<unknown> & { clear(): void };

export default defineRecipe(
  {
    package: "delay",
    versions: ">=4.0.0 <=5.0.0",
    replacement: "setTimeout in a promise",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: {
      default: [
        (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        delay,
      ],
    },
  },
  {
    package: "delay",
    versions: "6.0.0",
    replacement: "setTimeout in a promise",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: {
      default: [
        (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        delayOnly,
      ],
    },
  },
);

function delay(milliseconds: number): Promise<void> & { clear(): void };
function delay<T>(milliseconds: number, options?: { value?: T; signal?: AbortSignal }): Promise<T> & { clear(): void };
/** A promise that waits, until a signal ends it; its `clear` ends the waiting at once. */
function delay(milliseconds: unknown, options?: unknown): unknown {
  const { value, signal } = (options === undefined ? {} : options) as Options;
  if (signal && signal.aborted) return Promise.reject(aborted());
  let end = (): void => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const waiting = new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(aborted());
    };
    end = () => {
      if (signal) signal.removeEventListener("abort", onAbort);
      resolve(value);
    };
    timer = setTimeout(end, milliseconds as number);
    if (signal) signal.addEventListener("abort", onAbort, { once: true });
  }) as Clearable;
  waiting.clear = () => {
    clearTimeout(timer);
    end();
  };
  return waiting;
}

function delayOnly<T>(milliseconds: number, options?: { value?: T; signal?: AbortSignal }): Promise<T>;
/** A promise that waits, until a signal ends it. */
function delayOnly(milliseconds: unknown, options?: unknown): unknown {
  const { value, signal } = (options === undefined ? {} : options) as Options;
  if (signal?.aborted) return Promise.reject(aborted());
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(aborted());
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve(value);
    }, milliseconds as number);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}

function aborted(): Error {
  return Object.assign(new Error("Delay aborted"), { name: "AbortError" });
}

/** What a time is measured with. */
export interface Timers {
  readonly setTimeout: (callback: () => void, milliseconds: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
}

export interface Options {
  readonly milliseconds: number;
  readonly fallback?: () => unknown;
  readonly message?: string | Error | false;
  readonly customTimers?: Timers;
  readonly signal?: AbortSignal;
}

export type Cancelable = PromiseLike<unknown> & { cancel?: () => unknown };

export function mistakeOf(milliseconds: unknown, timers: Partial<Timers> | null): TypeError | undefined {
  if (typeof milliseconds !== "number" || !(milliseconds > 0))
    return new TypeError(`Expected \`milliseconds\` to be a positive number, got \`${milliseconds as string}\``);
  if (typeof timers?.setTimeout !== "function" || typeof timers.clearTimeout !== "function")
    return new TypeError("Expected `customTimers` to have a `setTimeout` and a `clearTimeout` function");
  return undefined;
}

export function checkNotNegative(milliseconds: unknown): asserts milliseconds is number {
  if (typeof milliseconds === "number" && !(milliseconds < 0)) return;
  throw new TypeError("Expected `milliseconds` to be a positive number");
}

export function timersOf(options: unknown): Timers {
  return { customTimers: { setTimeout, clearTimeout } as Timers, ...(options as object) }.customTimers;
}

export function checkTime(milliseconds: unknown): asserts milliseconds is number {
  if (typeof milliseconds === "number" && milliseconds > 0) return;
  throw new TypeError(`Expected \`milliseconds\` to be a positive number, got \`${milliseconds as string}\``);
}

export function settle(
  give: () => unknown,
  resolve: (value: unknown) => void,
  reject: (reason: unknown) => void,
): void {
  try {
    resolve(give());
  } catch (error) {
    reject(error);
  }
}

export function tooLong(milliseconds: number): string {
  return `Promise timed out after ${milliseconds} milliseconds`;
}

/** A timer that settles a promise when its time is over. */
export function clockOf(
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

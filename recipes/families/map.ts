/** What runs functions over values, at most so many at once. */
import { errorOf } from "./abort.ts";

type Mapper = (element: unknown, index: number) => unknown;

type Runner = (
  value: unknown,
  index: number,
  done: (result: unknown) => void,
  fail: (error: unknown) => void,
) => unknown;

interface Loop {
  [Symbol.iterator]: () => Iterator<unknown> | AsyncIterator<unknown>;
  [Symbol.asyncIterator]: () => Iterator<unknown> | AsyncIterator<unknown>;
}

interface Ends {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

interface Limited {
  readonly concurrency?: unknown;
}

interface Signalled {
  readonly concurrency?: unknown;
  readonly signal?: AbortSignal;
}

interface Optional {
  readonly concurrency?: unknown;
  readonly stopOnError?: unknown;
  readonly signal?: AbortSignal;
}

export function pMapThen<V, T>(
  iterable: Iterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
  options?: { concurrency?: number },
): Promise<T[]>;
/** What a function gives for each value, in their order: at most so many run at once, and the first failure ends it. */
export function pMapThen(iterable: unknown, mapper: unknown, options?: Limited): unknown {
  return new Promise((resolve, reject) => {
    const { concurrency }: Limited = Object.assign({ concurrency: Infinity as unknown }, options);
    checkMapper(mapper);
    checkNumber(concurrency);
    runEach(iterable, concurrency, { resolve, reject }, (value, index, done, fail) =>
      Promise.resolve(value)
        .then((element) => mapper(element, index))
        .then(done, fail),
    );
  });
}

export function pMapNumber<V, T>(
  iterable: Iterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
  options?: { concurrency?: number },
): Promise<T[]>;
/** What a function gives for each value, in their order: at most so many run at once, and the first failure ends it. */
export async function pMapNumber(iterable: unknown, mapper: unknown, options: Limited = {}): Promise<unknown> {
  const { concurrency = Infinity } = options;
  return new Promise((resolve, reject) => {
    checkMapper(mapper);
    checkNumber(concurrency);
    mapAtOnce(iterable, mapper, concurrency, { resolve, reject });
  });
}

export function pMap<V, T>(
  iterable: Iterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
  options?: { concurrency?: number },
): Promise<T[]>;
/** What a function gives for each value, in their order: at most so many run at once, and the first failure ends it. */
export async function pMap(iterable: unknown, mapper: unknown, options: Limited = {}): Promise<unknown> {
  const { concurrency = Infinity } = options;
  return new Promise((resolve, reject) => {
    checkMapper(mapper);
    checkCount(concurrency);
    mapAtOnce(iterable, mapper, concurrency, { resolve, reject });
  });
}

export function pMapFirst<V, T>(
  iterable: Iterable<V | PromiseLike<V>> | AsyncIterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
  options?: { concurrency?: number; signal?: AbortSignal },
): Promise<T[]>;
/** What a function gives for each value, in their order: at most so many run at once, and a failure or a signal ends it. */
export async function pMapFirst(iterable: unknown, mapper: unknown, options: Signalled = {}): Promise<unknown> {
  return new Promise((resolve, reject) => mapInTurn(iterable as Loop, mapper, options, errorOf, { resolve, reject }));
}

export function pMapAll<V, T>(
  iterable: Iterable<V | PromiseLike<V>> | AsyncIterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
  options?: { concurrency?: number; stopOnError?: boolean; signal?: AbortSignal },
): Promise<T[]>;
/** What a function gives for each value, in their order: at most so many run at once, until one fails or a signal ends it. */
export async function pMapAll(iterable: unknown, mapper: unknown, options: Optional = {}): Promise<unknown> {
  return new Promise((resolve, reject) => mapInTurn(iterable as Loop, mapper, options, errorOf, { resolve, reject }));
}

export function pMapReason<V, T>(
  iterable: Iterable<V | PromiseLike<V>> | AsyncIterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
  options?: { concurrency?: number; stopOnError?: boolean; signal?: AbortSignal },
): Promise<T[]>;
/** What a function gives for each value, in their order: at most so many run at once, until one fails or a signal ends it. */
export async function pMapReason(iterable: unknown, mapper: unknown, options: Optional = {}): Promise<unknown> {
  return new Promise((resolve, reject) =>
    mapInTurn(iterable as Loop, mapper, options, ({ reason }) => reason as unknown, { resolve, reject }),
  );
}

function mapAtOnce(iterable: unknown, mapper: Mapper, concurrency: number, ends: Ends): void {
  runEach(iterable, concurrency, ends, async (value, index, done, fail) => {
    try {
      done(await mapper(await value, index));
    } catch (error) {
      fail(error);
    }
  });
}

/** Runs a function with each value of a loop, so many at once, until one fails. */
function runEach(iterable: unknown, concurrency: number, { resolve, reject }: Ends, run: Runner): void {
  const results: unknown[] = [];
  const iterator = (iterable as Iterable<unknown>)[Symbol.iterator]();
  let [started, running, isOver, hasFailed] = [0, 0, false, false];
  const startNext = (): void => {
    if (hasFailed) return;
    const { done, value } = iterator.next();
    const index = started;
    started += 1;
    if (done) {
      isOver = true;
      if (running === 0) resolve(results);
      return;
    }
    running += 1;
    const end = (result: unknown): void => {
      results[index] = result;
      running -= 1;
      startNext();
    };
    const fail = (error: unknown): void => {
      hasFailed = true;
      reject(error);
    };
    void run(value, index, end, fail);
  };
  for (let count = 0; count < concurrency && !isOver; count += 1) startNext();
}

/** Maps a loop that may wait itself: each value is asked for in a turn of its own. */
function mapInTurn(
  iterable: Loop,
  mapper: unknown,
  { concurrency = Infinity, stopOnError = true, signal }: Optional,
  reasonOf: (signal: AbortSignal) => unknown,
  { resolve, reject }: Ends,
): void {
  // Symbol.asyncIterator is asked for where Symbol.iterator is undefined alone: null fails as it is called.
  const isPlain = iterable[Symbol.iterator] !== undefined;
  if (!isPlain && iterable[Symbol.asyncIterator] === undefined)
    throw new TypeError(
      `Expected \`input\` to be either an \`Iterable\` or \`AsyncIterable\`, got (${typeof iterable})`,
    );
  checkMapper(mapper);
  checkCount(concurrency);
  const iterator = isPlain ? iterable[Symbol.iterator]() : iterable[Symbol.asyncIterator]();
  const results: unknown[] = [];
  const errors: unknown[] = [];
  let [started, running, isOver, isSettled] = [0, 0, false, false];
  const settle = (end: () => void): void => {
    isSettled = true;
    end();
    signal?.removeEventListener("abort", abort);
  };
  const fail = (reason: unknown): void => settle(() => reject(reason));
  const abort = (): void => fail(reasonOf(signal as AbortSignal));
  if (signal?.aborted) {
    abort();
    return;
  }
  signal?.addEventListener("abort", abort, { once: true });
  const startNext = async (): Promise<void> => {
    if (isSettled) return;
    const item = await iterator.next();
    const index = started;
    started += 1;
    if (!item.done) {
      running += 1;
      void run(item, index);
      return;
    }
    isOver = true;
    if (running !== 0 || isSettled) return;
    if (!stopOnError && errors.length > 0) fail(new AggregateError(errors));
    else settle(() => resolve(results));
  };
  const run = async (item: IteratorResult<unknown>, index: number): Promise<void> => {
    try {
      const element = await item.value;
      if (isSettled) return;
      results[index] = await mapper(element, index);
      running -= 1;
      await startNext();
    } catch (error) {
      if (stopOnError) {
        fail(error);
        return;
      }
      errors.push(error);
      running -= 1;
      await startNext().catch(fail);
    }
  };
  const startAll = async (): Promise<void> => {
    try {
      for (let count = 0; count < concurrency && !isOver && !isSettled; count += 1) await startNext();
    } catch (error) {
      fail(error);
    }
  };
  void startAll();
}

function checkMapper(mapper: unknown): asserts mapper is Mapper {
  if (typeof mapper !== "function") throw new TypeError("Mapper function is required");
}

function checkNumber(concurrency: unknown): asserts concurrency is number {
  if (typeof concurrency === "number" && concurrency >= 1) return;
  throw new TypeError(
    `Expected \`concurrency\` to be a number from 1 and up, got \`${concurrency as string}\` (${typeof concurrency})`,
  );
}

function checkCount(concurrency: unknown): asserts concurrency is number {
  if (concurrency === Infinity || (Number.isSafeInteger(concurrency) && (concurrency as number) >= 1)) return;
  throw new TypeError(
    `Expected \`concurrency\` to be an integer from 1 and up or \`Infinity\`, got \`${concurrency as string}\` (${typeof concurrency})`,
  );
}

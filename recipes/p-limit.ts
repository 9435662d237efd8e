import { AsyncResource } from "node:async_hooks";
import { pLimitChecked, pLimitCounted, pLimitPlain, pLimitUncounted } from "./families/limit-early.ts";
import { check, type Limit, pLimit, startAtOnce, type Task } from "./families/limit.ts";
import { defineRecipe } from "../src/recipe.ts";

interface ChangeableLimit extends Limit {
  concurrency: number;
}

interface MappingLimit extends ChangeableLimit {
  map<V, T>(values: Iterable<V>, task: (value: V, index: number) => PromiseLike<T> | T): Promise<T[]>;
}

export default defineRecipe(
  {
    package: "p-limit",
    versions: ">=1.2.0 <2",
    replacement: "a queue of promises",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pLimitPlain },
  },
  {
    package: "p-limit",
    versions: "2.0.0",
    replacement: "a queue of promises",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pLimitUncounted },
  },
  {
    package: "p-limit",
    versions: ">=2.1.0 <=2.2.0",
    replacement: "a queue of promises",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pLimitCounted },
  },
  {
    package: "p-limit",
    versions: ">=2.2.1 <=2.2.2",
    replacement: "a queue of promises",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pLimitChecked },
  },
  {
    package: "p-limit",
    versions: "2.3.0",
    replacement: "a queue of promises",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: startAtOnce },
  },
  {
    package: "p-limit",
    versions: ">=3.0.2 <5",
    replacement: "a queue of promises",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pLimit },
  },
  {
    package: "p-limit",
    versions: "5.0.0",
    replacement: "a queue of promises",
    floor: { node: "14.8.0" },
    exports: { default: pLimitBound },
  },
  {
    package: "p-limit",
    versions: ">=6.1.0 <=6.2.0",
    replacement: "a queue of promises",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pLimitChangeable },
  },
  {
    package: "p-limit",
    versions: ">=7.3 <8",
    replacement: "a queue of promises",
    floor: { node: "17.2.0", baseline: "2022-03" },
    exports: { default: pLimitMapping },
  },
);

function pLimitBound(concurrency: number): Limit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
function pLimitBound(concurrency: unknown): unknown {
  const most = check(concurrency);
  const waiting: (() => void)[] = [];
  let active = 0;
  const limit = (task: Task, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve) => {
      const start = async (): Promise<void> => {
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
      };
      // A task runs in the context of its own call, whoever starts it.
      waiting.push(AsyncResource.bind(start));
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

function pLimitChangeable(concurrency: number): ChangeableLimit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
function pLimitChangeable(concurrency: unknown): unknown {
  let most = check(concurrency);
  const waiting: (() => void)[] = [];
  let active = 0;
  const startNext = (): void => {
    if (active >= most || waiting.length === 0) return;
    active += 1;
    waiting.shift()?.();
  };
  const limit = (task: Task, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve) => {
      const run = async (): Promise<void> => {
        const result = (async () => task(...args))();
        resolve(result);
        try {
          await result;
        } catch {
          // Whoever asked for the result is told.
        }
        active -= 1;
        startNext();
      };
      void new Promise<void>((start) => waiting.push(start)).then(run);
      // Tasks start in the next turn, when those that have ended by then are no longer counted.
      void Promise.resolve().then(startNext);
    });
  return Object.defineProperties(limit, {
    activeCount: { get: () => active },
    pendingCount: { get: () => waiting.length },
    clearQueue: { value: () => void waiting.splice(0) },
    concurrency: {
      get: () => most,
      set(changed: unknown) {
        most = check(changed);
        queueMicrotask(() => {
          while (active < most && waiting.length > 0) startNext();
        });
      },
    },
  });
}

function pLimitMapping(concurrency: number | { concurrency: number; rejectOnClear?: boolean }): MappingLimit;
/** A function that calls the functions it is given, at most so many at a time, and gives promises of their results. */
function pLimitMapping(options: unknown): unknown {
  const given = typeof options === "object" ? (options as Record<string, unknown>) : { concurrency: options };
  const { concurrency, rejectOnClear = false } = given;
  let most = check(concurrency);
  if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
  const waiting: { start: () => void; reject: (reason: unknown) => void }[] = [];
  let active = 0;
  const startNext = (): void => {
    if (active >= most || waiting.length === 0) return;
    active += 1;
    waiting.shift()?.start();
  };
  const limit = (task: Task, ...args: unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const run = async (): Promise<void> => {
        const result = (async () => task(...args))();
        resolve(result);
        try {
          await result;
        } catch {
          // Whoever asked for the result is told.
        }
        active -= 1;
        startNext();
      };
      void new Promise<void>((start) => waiting.push({ start, reject })).then(run);
      startNext();
    });
  return Object.defineProperties(limit, {
    activeCount: { get: () => active },
    pendingCount: { get: () => waiting.length },
    clearQueue: {
      value() {
        const cleared = waiting.splice(0);
        if (!rejectOnClear) return;
        const reason: unknown = AbortSignal.abort().reason;
        for (const { reject } of cleared) reject(reason);
      },
    },
    concurrency: {
      get: () => most,
      set(changed: unknown) {
        most = check(changed);
        queueMicrotask(() => {
          while (active < most && waiting.length > 0) startNext();
        });
      },
    },
    map: {
      async value(values: Iterable<unknown>, task: Task) {
        const results: Promise<unknown>[] = [];
        try {
          Array.from(values, (value, index) => results.push(limit(task, value, index)));
        } catch (error) {
          for (const result of results) result.catch(() => undefined);
          throw error;
        }
        return Promise.all(results);
      },
    },
  });
}

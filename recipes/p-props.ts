import { defineRecipe } from "../src/recipe.ts";
import { pMap, pMapAll, pMapFirst, pMapNumber } from "./families/map.ts";

type KeyedMapper = (value: unknown, key: unknown) => unknown;

type Given<I> = I extends ReadonlyMap<infer K, infer V> ? Map<K, Awaited<V>> : { [K in keyof I]: Awaited<I[K]> };

type Made<I, T> = I extends ReadonlyMap<infer K, unknown> ? Map<K, T> : { [K in keyof I]: T };

type Value<I> = Awaited<I extends ReadonlyMap<unknown, infer V> ? V : I[keyof I]>;

type Key<I> = I extends ReadonlyMap<infer K, unknown> ? K : keyof I;

type Run = (
  values: Iterable<unknown>,
  mapper: (entry: [unknown, unknown]) => unknown,
  options?: AtMost,
) => Promise<unknown[]>;

interface AtMost {
  readonly concurrency?: number;
}

interface Abortable {
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

interface Stoppable {
  readonly concurrency?: number;
  readonly stopOnError?: boolean;
  readonly signal?: AbortSignal;
}

export default defineRecipe(
  {
    package: "p-props",
    versions: "3.1.0",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pPropsNumber },
  },
  {
    package: "p-props",
    versions: "4.0.0",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pPropsCount },
  },
  {
    package: "p-props",
    versions: "5.0.0",
    loads: { "p-map": ">=5.4 <6" },
    replacement: "a loop of promises",
    floor: { node: "17.0.0", baseline: "2020-09" },
    deviations: [{ severity: "quirk", note: "No listener stays at a signal." }],
    exports: { default: pPropsFirst },
  },
  {
    package: "p-props",
    versions: "6.0.0",
    replacement: "a loop of promises",
    floor: { node: "17.0.0", baseline: "2020-09" },
    deviations: [{ severity: "quirk", note: "No listener stays at a signal." }],
    exports: { default: pProps },
  },
  {
    package: "p-props",
    versions: "6.1.0",
    replacement: "a loop of promises",
    floor: { node: "17.0.0", baseline: "2020-09" },
    deviations: [{ severity: "quirk", note: "No listener stays at a signal." }],
    exports: { default: pProps, pPropsAllSettled },
  },
);

function pPropsNumber<I extends object>(input: I): Promise<Given<I>>;
function pPropsNumber<I extends object, T>(
  input: I,
  mapper: (value: Value<I>, key: Key<I>) => T | PromiseLike<T>,
  options?: { concurrency?: number },
): Promise<Made<I, T>>;
/** An object, or a Map, with what its promises give, or with what a function makes of that: so many of them at once. */
function pPropsNumber(input: unknown, mapper: unknown = (value: unknown) => value, options?: AtMost): unknown {
  return mapByName(pMapNumber as Run, input, input instanceof Map, mapper as KeyedMapper, options);
}

function pPropsCount<I extends object>(input: I): Promise<Given<I>>;
function pPropsCount<I extends object, T>(
  input: I,
  mapper: (value: Value<I>, key: Key<I>) => T | PromiseLike<T>,
  options?: { concurrency?: number },
): Promise<Made<I, T>>;
/** An object, or a Map, with what its promises give, or with what a function makes of that: so many of them at once. */
function pPropsCount(input: unknown, mapper: unknown = (value: unknown) => value, options?: AtMost): unknown {
  return mapByName(pMap as Run, input, input instanceof Map, mapper as KeyedMapper, options);
}

function pPropsFirst<I extends object>(input: I): Promise<Given<I>>;
function pPropsFirst<I extends object, T>(
  input: I,
  mapper: (value: Value<I>, key: Key<I>) => T | PromiseLike<T>,
  options?: { concurrency?: number; signal?: AbortSignal },
): Promise<Made<I, T>>;
/** An object, or a Map, with what its promises give, or with what a function makes of that: so many of them at once. */
function pPropsFirst(input: unknown, mapper: unknown = (value: unknown) => value, options?: Abortable) {
  return mapEntries(pMapFirst as Run, input, mapper as KeyedMapper, options);
}

function pProps<I extends object>(input: I): Promise<Given<I>>;
function pProps<I extends object, T>(
  input: I,
  mapper: (value: Value<I>, key: Key<I>) => T | PromiseLike<T>,
  options?: { concurrency?: number; stopOnError?: boolean; signal?: AbortSignal },
): Promise<Made<I, T>>;
/** An object, or a Map, with what its promises give, or with what a function makes of that: so many of them at once. */
function pProps(input: unknown, mapper: unknown = (value: unknown) => value, options?: Stoppable) {
  return mapEntries(pMapAll as Run, input, mapper as KeyedMapper, options);
}

function pPropsAllSettled<I extends object>(
  input: I,
  mapper?: undefined,
  options?: { concurrency?: number; stopOnError?: boolean; signal?: AbortSignal },
): Promise<Made<I, PromiseSettledResult<Value<I>>>>;
function pPropsAllSettled<I extends object, T>(
  input: I,
  mapper: (value: Value<I>, key: Key<I>) => T | PromiseLike<T>,
  options?: { concurrency?: number; stopOnError?: boolean; signal?: AbortSignal },
): Promise<Made<I, PromiseSettledResult<T>>>;
/** An object, or a Map, with how its promises end, or with how a function ends that is called with what they give. */
async function pPropsAllSettled(input: unknown, mapper?: unknown, options?: Stoppable) {
  const settle = async ([key, promise]: [unknown, unknown]): Promise<[unknown, unknown]> => {
    try {
      const given = await promise;
      const value = mapper ? await (mapper as KeyedMapper)(given, key) : given;
      return [key, { status: "fulfilled", value }];
    } catch (reason) {
      return [key, { status: "rejected", reason }];
    }
  };
  const made = await (pMapAll as Run)(entriesOf(input), settle, options);
  return input instanceof Map ? new Map(made as [unknown, unknown][]) : Object.fromEntries(made as [string, unknown][]);
}

/** Waits for each value in its turn, and puts what is made of it under the key that it had at first. */
async function mapEntries(run: Run, input: unknown, mapper: KeyedMapper, options: AtMost | undefined) {
  const entries = entriesOf(input);
  const values = await run(entries, async ([key, value]) => mapper(await value, key), options);
  const made = entries.map(([key], index) => [key, values[index]] as const);
  return input instanceof Map ? new Map(made) : Object.fromEntries(made as [string, unknown][]);
}

function entriesOf(input: unknown): [unknown, unknown][] {
  return input instanceof Map ? [...input] : Object.entries(input as object);
}

/** Waits for all values at once, and for what is made of them, and puts it under the keys that there are then. */
async function mapByName(
  run: Run,
  input: unknown,
  isMap: boolean,
  mapper: KeyedMapper,
  options: AtMost | undefined,
): Promise<unknown> {
  const from = input as Map<unknown, unknown>;
  const entries: [unknown, unknown][] = isMap ? [...from.entries()] : Object.entries(from);
  const awaited = entries.map(async ([key, value]): Promise<[unknown, unknown]> => [key, await value]);
  const values = await run(awaited, ([key, value]) => mapper(value, key), options);
  if (isMap) return new Map([...from.keys()].map((key, index) => [key, values[index]]));
  const made: Record<string, unknown> = {};
  for (const [index, key] of Object.keys(from).entries()) made[key] = values[index];
  return made;
}

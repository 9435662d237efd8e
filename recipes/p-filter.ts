import { defineRecipe } from "../src/recipe.ts";
import { pMapFirst, pMapThen } from "./families/map.ts";

type Filterer = (element: unknown, index: number) => unknown;

interface Abortable {
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

export default defineRecipe(
  {
    package: "p-filter",
    versions: ">=2.0.0 <3",
    replacement: "a loop of promises",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pFilter },
  },
  {
    package: "p-filter",
    versions: "3.0.0",
    loads: { "p-map": ">=5.4 <6" },
    replacement: "a loop of promises",
    floor: { node: "17.0.0", baseline: "2020-09" },
    deviations: [{ severity: "quirk", note: "No listener stays at a signal." }],
    exports: { default: pFilterFirst },
  },
);

function pFilter<V>(
  iterable: Iterable<V | PromiseLike<V>>,
  filterer: (value: V, index: number) => boolean | PromiseLike<boolean>,
  options?: { concurrency?: number },
): Promise<V[]>;
/** The values for which a function says yes, in their order: at most so many are asked about at once. */
async function pFilter(iterable: unknown, filterer: unknown, options?: { concurrency?: number }): Promise<unknown> {
  const pairs: unknown = await pMapThen(
    iterable as Iterable<unknown>,
    (element: unknown, index: number) => Promise.all([(filterer as Filterer)(element, index), element]),
    options,
  );
  return filtered(pairs);
}

function pFilterFirst<V>(
  iterable: Iterable<V | PromiseLike<V>> | AsyncIterable<V | PromiseLike<V>>,
  filterer: (value: V, index: number) => boolean | PromiseLike<boolean>,
  options?: { concurrency?: number; signal?: AbortSignal },
): Promise<V[]>;
/** The values for which a function says yes, in their order: at most so many are asked about at once, until a signal ends it. */
async function pFilterFirst(iterable: unknown, filterer: unknown, options?: Abortable): Promise<unknown> {
  const pairs: unknown = await pMapFirst(
    iterable as Iterable<unknown>,
    (element: unknown, index: number) => Promise.all([(filterer as Filterer)(element, index), element]),
    options,
  );
  return filtered(pairs);
}

function filtered(pairs: unknown): unknown[] {
  return (pairs as [unknown, unknown][]).filter(([stays]) => stays).map(([, element]) => element);
}

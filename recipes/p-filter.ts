import { defineRecipe } from "../src/recipe.ts";
import { pMapThen } from "./families/map.ts";

type Filterer = (element: unknown, index: number) => unknown;

// Later versions take any p-map of a major whose minor versions do not all do the same.
export default defineRecipe({
  package: "p-filter",
  versions: ">=2.0.0 <3",
  replacement: "a loop of promises",
  floor: { node: "7.6.0", baseline: "2017-04" },
  exports: { default: pFilter },
});

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
  return (pairs as [unknown, unknown][]).filter(([stays]) => stays).map(([, element]) => element);
}

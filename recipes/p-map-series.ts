import { defineRecipe } from "../src/recipe.ts";

type Mapper = (value: unknown, index: number) => unknown;

export default defineRecipe({
  package: "p-map-series",
  versions: ">=2.1 <4",
  replacement: "a loop that waits",
  floor: { node: "7.6.0", baseline: "2017-04" },
  exports: { default: pMapSeries },
});

function pMapSeries<V, T>(
  iterable: Iterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
): Promise<T[]>;
/** What a function gives for one value after the other, each when the one before is done. */
async function pMapSeries(iterable: unknown, mapper: unknown): Promise<unknown> {
  const result: unknown[] = [];
  let index = 0;
  for (const value of iterable as Iterable<unknown>) result.push(await (mapper as Mapper)(await value, index++));
  return result;
}

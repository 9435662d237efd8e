import { defineRecipe } from "../src/recipe.ts";

type Iterator = (value: unknown, index: number) => unknown;

export default defineRecipe({
  package: "p-each-series",
  versions: ">=2.0.0 <4",
  replacement: "a loop that waits",
  floor: { node: "7.6.0", baseline: "2017-04" },
  exports: { default: pEachSeries },
});

function pEachSeries<V, I extends Iterable<V | PromiseLike<V>>>(
  iterable: I & Iterable<V | PromiseLike<V>>,
  iterator: (value: V, index: number) => unknown,
): Promise<I>;
/** Calls a function with one value after the other, each when the one before is done. */
async function pEachSeries(iterable: unknown, iterator: unknown): Promise<unknown> {
  let index = 0;
  for (const value of iterable as Iterable<unknown>) await (iterator as Iterator)(await value, index++);
  return iterable;
}

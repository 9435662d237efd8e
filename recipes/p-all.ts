import { defineRecipe } from "../src/recipe.ts";
import { pMap } from "./families/map.ts";

export default defineRecipe({
  package: "p-all",
  versions: "3.0.0",
  replacement: "a loop of promises",
  floor: { node: "7.6.0", baseline: "2017-04" },
  exports: { default: pAll },
});

function pAll<T>(tasks: Iterable<() => T | PromiseLike<T>>, options?: { concurrency?: number }): Promise<T[]>;
/** What each function gives, in their order: at most so many run at once, and the first failure ends it. */
function pAll(tasks: unknown, options?: { concurrency?: number }): unknown {
  return pMap(tasks as Iterable<() => unknown>, (element: unknown) => (element as () => unknown)(), options);
}

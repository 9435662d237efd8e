import { defineRecipe } from "../src/recipe.ts";

interface Deferred<T> {
  promise: Promise<T>;
  resolve(value?: T | PromiseLike<T>): void;
  reject(reason?: unknown): void;
}

export default defineRecipe({
  package: "p-defer",
  versions: ">=1 <5",
  replacement: "a new promise, with its resolve and reject beside it",
  floor: { node: "4.0.0", baseline: "2015-09" },
  exports: { default: pDefer },
});

function pDefer<T>(): Deferred<T>;
/** A promise, with the functions that settle it. */
function pDefer(): unknown {
  const deferred: Record<string, unknown> = {};
  deferred.promise = new Promise((resolve, reject) => {
    deferred.resolve = resolve;
    deferred.reject = reject;
  });
  return deferred;
}

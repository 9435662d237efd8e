import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "p-finally",
  versions: ">=2.0.1 <4",
  replacement: "try and await",
  floor: { node: "7.6.0", baseline: "2017-04" },
  exports: { default: pFinally },
});

function pFinally<T>(promise: PromiseLike<T>, onFinally?: () => unknown): Promise<T>;
/** Calls a function when a promise has settled, and waits for it; gives what the promise gave. */
async function pFinally(promise: unknown, onFinally: unknown = () => undefined): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    await (onFinally as () => unknown)();
    throw error;
  }
  await (onFinally as () => unknown)();
  return value;
}

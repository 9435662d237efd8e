import { defineRecipe } from "../src/recipe.ts";

type Reducer = (total: unknown, value: unknown, index: number) => unknown;

export default defineRecipe(
  {
    package: "p-reduce",
    versions: ">=2 <3",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pReduce },
  },
  {
    package: "p-reduce",
    versions: "3.0.0",
    replacement: "a loop that waits",
    floor: { node: "7.6.0", baseline: "2017-04" },
    exports: { default: pReduceLater },
  },
);

function pReduce<V, R = V>(
  iterable: Iterable<V | PromiseLike<V>>,
  reducer: (total: R, value: V, index: number) => R | PromiseLike<R>,
  initialValue?: R,
): Promise<R>;
/** What a function makes of values one after the other: it gets what it gave for the value before. */
function pReduce(iterable: unknown, reducer: unknown, initialValue?: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const iterator = (iterable as Iterable<unknown>)[Symbol.iterator]();
    let index = 0;
    const next = async (soFar: unknown): Promise<void> => {
      const element = iterator.next();
      if (element.done) {
        resolve(soFar);
        return;
      }
      try {
        const [total, value] = await Promise.all([soFar, element.value]);
        void next((reducer as Reducer)(total, value, index++));
      } catch (error) {
        reject(error);
      }
    };
    void next(initialValue);
  });
}

function pReduceLater<V, R = V>(
  iterable: Iterable<V | PromiseLike<V>>,
  reducer: (total: R, value: V, index: number) => R | PromiseLike<R>,
  initialValue?: R,
): Promise<R>;
/** What a function makes of values one after the other: it gets what it gave for the value before. */
async function pReduceLater(iterable: unknown, reducer: unknown, initialValue?: unknown): Promise<unknown> {
  return pReduce(iterable as Iterable<unknown>, reducer as Reducer, initialValue);
}

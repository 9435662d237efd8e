/** What runs functions over values, at most so many at once. */

type Mapper = (element: unknown, index: number) => unknown;

export function pMap<V, T>(
  iterable: Iterable<V | PromiseLike<V>>,
  mapper: (value: V, index: number) => T | PromiseLike<T>,
  options?: { concurrency?: number },
): Promise<T[]>;
/** What a function gives for each value, in their order: at most so many run at once, and the first failure ends it. */
export async function pMap(iterable: unknown, mapper: unknown, options: { concurrency?: unknown } = {}) {
  const { concurrency = Infinity } = options;
  return new Promise((resolve, reject) => {
    if (typeof mapper !== "function") throw new TypeError("Mapper function is required");
    if (!(Number.isSafeInteger(concurrency) || concurrency === Infinity) || (concurrency as number) < 1)
      throw new TypeError(
        `Expected \`concurrency\` to be an integer from 1 and up or \`Infinity\`, got \`${concurrency as number}\` (${typeof concurrency})`,
      );
    const results: unknown[] = [];
    const iterator = (iterable as Iterable<unknown>)[Symbol.iterator]();
    let [started, running, isOver, hasFailed] = [0, 0, false, false];
    const startNext = (): void => {
      if (hasFailed) return;
      const { done, value } = iterator.next();
      const index = started;
      started += 1;
      if (done) {
        isOver = true;
        if (running === 0) resolve(results);
        return;
      }
      running += 1;
      void run(value, index);
    };
    const run = async (value: unknown, index: number): Promise<void> => {
      try {
        results[index] = await (mapper as Mapper)(await value, index);
        running -= 1;
        startNext();
      } catch (error) {
        hasFailed = true;
        reject(error);
      }
    };
    while (!isOver && started < (concurrency as number)) startNext();
  });
}

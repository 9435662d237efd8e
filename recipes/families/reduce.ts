/** What waits for values one after the other. */

type Reducer = (total: unknown, value: unknown, index: number) => unknown;

export function pReduce<V, R = V>(
  iterable: Iterable<V | PromiseLike<V>>,
  reducer: (total: R, value: V, index: number) => R | PromiseLike<R>,
  initialValue?: R,
): Promise<R>;
/** What a function makes of values one after the other: it gets what it gave for the value before. */
export function pReduce(iterable: unknown, reducer: unknown, initialValue?: unknown): Promise<unknown> {
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

export function pReduceLater<V, R = V>(
  iterable: Iterable<V | PromiseLike<V>>,
  reducer: (total: R, value: V, index: number) => R | PromiseLike<R>,
  initialValue?: R,
): Promise<R>;
/** What a function makes of values one after the other: it gets what it gave for the value before. */
export async function pReduceLater(iterable: unknown, reducer: unknown, initialValue?: unknown): Promise<unknown> {
  return pReduce(iterable as Iterable<unknown>, reducer as Reducer, initialValue);
}

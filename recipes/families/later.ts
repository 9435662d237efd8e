/** Functions that take a callback, and give a promise where they are given none. */

/**
 * Calls a function that takes a callback last: where none is given it gives a promise, of a list where the callback would be
 * given more than one value.
 */
export function later(call: (...args: never[]) => unknown, args: readonly unknown[]): unknown {
  const run = call as (...all: unknown[]) => unknown;
  if (typeof args[args.length - 1] === "function") return run(...args);
  return new Promise((resolve, reject) => {
    run(...args, (error: unknown, ...values: unknown[]) => {
      if (error) reject(error);
      else resolve(values.length > 1 ? values : values[0]);
    });
  });
}

/** A promise, or nothing where the last argument is a function: it is called with the error or the result. */
export function tellBack(args: unknown[], run: (...args: unknown[]) => Promise<unknown>): unknown {
  const callback = args[args.length - 1];
  if (typeof callback !== "function") return run(...args);
  run(...args.slice(0, -1)).then(
    (result) => (callback as (...all: unknown[]) => void)(null, result),
    callback as () => void,
  );
  return undefined;
}

/** Functions that give a promise, or call the function they are given last. */

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

import { defineRecipe } from "../src/recipe.ts";

// Strict wherever it is written, so that a plain call has no `this`.
type Callable = (this: unknown, ...args: unknown[]) => unknown;

export default defineRecipe(
  {
    package: "universalify",
    versions: "0.1.2",
    replacement: "a function that calls back or gives a promise",
    floor: { node: "6.0.0", baseline: "2017-03" },
    exports: { fromCallback: fromCallbackEarly, fromPromise: fromPromiseEarly },
  },
  {
    package: "universalify",
    versions: "1.0.0",
    replacement: "a function that calls back or gives a promise",
    floor: { node: "6.0.0", baseline: "2017-03" },
    exports: { fromCallback: fromCallbackEarly, fromPromise },
  },
  {
    package: "universalify",
    versions: ">=2.0.0 <3",
    replacement: "a function that calls back or gives a promise",
    floor: { node: "6.0.0", baseline: "2017-03" },
    deviations: [{ severity: "message", note: "The TypeError for what is no function reads differently." }],
    exports: { fromCallback, fromPromise },
  },
);

/** A function that gives a promise where it is given no callback, for one that takes a callback. */
function fromCallback(action: unknown): unknown {
  return promising(action, (error) => error !== undefined && error !== null);
}

/** A function that gives a promise where it is given no callback, for one that takes a callback. */
function fromCallbackEarly(action: unknown): unknown {
  return promising(action, Boolean);
}

function promising(action: unknown, isError: (error: unknown) => boolean): unknown {
  const fn = action as Callable;
  const both: Callable = function () {
    "use strict";
    const args = Array.from(arguments) as unknown[];
    if (typeof args[args.length - 1] === "function") return void fn.apply(this, args);
    return new Promise((resolve, reject) => {
      const callBack = (error: unknown, result: unknown): void => (isError(error) ? reject(error) : resolve(result));
      fn.apply(this, [...args, callBack]);
    });
  };
  return Object.defineProperty(both, "name", { value: fn.name });
}

/** A function that takes a callback too, for one that gives a promise. */
function fromPromise(action: unknown): unknown {
  return calling(action, 1);
}

/** A function that takes a callback too, which it hands on as well, for one that gives a promise. */
function fromPromiseEarly(action: unknown): unknown {
  return calling(action, 0);
}

function calling(action: unknown, kept: number): unknown {
  const fn = action as Callable;
  const both: Callable = function () {
    "use strict";
    const args = Array.from(arguments) as unknown[];
    const callBack = args[args.length - 1];
    if (typeof callBack !== "function") return fn.apply(this, args);
    void (fn.apply(this, args.slice(0, args.length - kept)) as Promise<unknown>).then(
      (result) => (callBack as Callable)(null, result),
      callBack as Callable,
    );
    return undefined;
  };
  return Object.defineProperty(both, "name", { value: fn.name });
}

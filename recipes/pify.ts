import { defineRecipe } from "../src/recipe.ts";

type Callable = (this: unknown, ...args: unknown[]) => unknown;

export default defineRecipe(
  {
    package: "pify",
    versions: "2.3.0",
    replacement: "a promise around the callback",
    floor: { node: "8.0.0", baseline: "2017-09" },
    exports: { default: pifyOwn, all: pifyOwn },
  },
  {
    package: "pify",
    versions: "3.0.0",
    replacement: "a promise around the callback",
    floor: { node: "8.0.0", baseline: "2017-09" },
    exports: { default: pifyAll },
  },
  {
    package: "pify",
    versions: "4.0.1",
    replacement: "a promise around the callback",
    floor: { node: "8.0.0", baseline: "2017-09" },
    exports: { default: pify },
  },
);

/** A function that gives a promise, for one that calls back; for an object, a plain one whose functions do, sync apart. */
function pifyOwn(input: unknown): unknown {
  const source = input as Record<string, unknown>;
  const promised = (typeof input === "function" ? promisify(input as Callable) : {}) as Record<string, unknown>;
  for (const key of Object.keys(source)) {
    const value = source[key];
    promised[key] = typeof value === "function" && !/.+Sync$/.test(key) ? promisify(value as Callable) : value;
  }
  return promised;
}

/** A function that gives a promise, for one that calls back; for an object, one whose functions do, streams and sync apart. */
function pifyAll(input: unknown): unknown {
  return promisifyMembers(input);
}

/** A function that gives a promise, for one that calls back; for an object, one whose functions do, streams and sync apart. */
function pify(input: unknown): unknown {
  const kind = typeof input;
  if (input === null || (kind !== "object" && kind !== "function"))
    throw new TypeError(
      `Expected \`input\` to be a \`Function\` or \`Object\`, got \`${input === null ? "null" : kind}\``,
    );
  return promisifyMembers(input);
}

function promisifyMembers(input: unknown): unknown {
  const source = input as Record<string, unknown>;
  const promised = (
    typeof input === "function" ? promisify(input as Callable) : Object.create(Object.getPrototypeOf(input) as object)
  ) as Record<string, unknown>;
  for (const key in source) {
    const value = source[key];
    promised[key] =
      typeof value === "function" && !/.+(?:Sync|Stream)$/.test(key) ? promisify(value as Callable) : value;
  }
  return promised;
}

function promisify(call: Callable): Callable {
  return function () {
    "use strict";
    const args = Array.from(arguments) as unknown[];
    return new Promise((resolve, reject) => {
      call.apply(this, [...args, (error: unknown, result: unknown) => (error ? reject(error) : resolve(result))]);
    });
  };
}

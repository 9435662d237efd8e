import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe(
  {
    package: "p-try",
    versions: ">=2 <3",
    replacement: "an async function",
    floor: { node: "7.6.0", baseline: "2017-04" },
    deviations: [{ severity: "message", note: "What is no function fails by another name." }],
    exports: { default: pTry },
  },
  {
    package: "p-try",
    versions: "3.0.0",
    replacement: "an async function",
    floor: { node: "7.6.0", baseline: "2017-04" },
    deviations: [{ severity: "message", note: "What is no function fails by another name." }],
    exports: { default: pTryLater },
  },
);

function pTry<A extends unknown[], T>(callback: (...args: A) => T | PromiseLike<T>, ...args: A): Promise<T>;
/** Calls a function, and gives a promise of what it gives or throws. */
async function pTry(callback: unknown, ...args: unknown[]): Promise<unknown> {
  return (callback as (...all: unknown[]) => unknown)(...args);
}

function pTryLater<A extends unknown[], T>(callback: (...args: A) => T | PromiseLike<T>, ...args: A): Promise<T>;
/** Calls a function, and gives a promise of what it gives or throws. */
async function pTryLater(callback: unknown, ...args: unknown[]): Promise<unknown> {
  return new Promise((resolve) => resolve((callback as (...all: unknown[]) => unknown)(...args)));
}

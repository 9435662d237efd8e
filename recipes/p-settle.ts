import { pLimit, startAtOnce } from "./families/limit.ts";
import { type Flagged, type Settled, isFulfilled, isRejected, reflect, reflectByFlags } from "./families/settle.ts";
import { defineRecipe } from "../src/recipe.ts";

interface Options {
  readonly concurrency?: number;
  readonly mapper?: (element: unknown, index: number) => unknown;
}

type Result<T> = T extends (...args: never) => infer R ? Awaited<R> : Awaited<T>;

export default defineRecipe(
  {
    package: "p-settle",
    versions: ">=4.0.1 <=4.1.1",
    replacement: "a list of promises, each with how it ends",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pSettleByFlags },
  },
  {
    package: "p-settle",
    versions: ">=5.2.0 <=5.2.1",
    replacement: "a list of promises, each with how it ends",
    floor: { node: "14.0.0", baseline: "2020-09" },
    exports: { default: pSettle, isFulfilled, isRejected },
  },
);

function pSettle<T, R>(
  array: readonly T[],
  options: { readonly concurrency?: number; readonly mapper: (element: T, index: number) => R | PromiseLike<R> },
): Promise<Settled<Awaited<R>>[]>;
function pSettle<const L extends readonly unknown[]>(
  array: L,
  options?: { readonly concurrency?: number },
): Promise<{ -readonly [K in keyof L]: Settled<Result<L[K]>> }>;
/** How each of a list of promises, functions and values ends; at most so many of the functions run at once. */
async function pSettle(array: unknown, options: unknown = {}): Promise<unknown> {
  const { concurrency = Infinity, mapper } = options as Options;
  if (mapper && typeof mapper !== "function") throw new TypeError("Mapper must be a function");
  const limit = pLimit(concurrency) as (task: () => unknown) => PromiseLike<unknown>;
  const settle = (element: unknown, index: number): unknown => {
    if (mapper) return reflect(limit(() => mapper(element, index)));
    if (element && typeof (element as { then?: unknown }).then === "function")
      return reflect(element as PromiseLike<unknown>);
    if (typeof element === "function") return reflect(limit(() => (element as () => unknown)()));
    return reflect(Promise.resolve(element));
  };
  return Promise.all((array as unknown[]).map(settle));
}

function pSettleByFlags<const L extends readonly unknown[]>(
  array: L,
  options?: { readonly concurrency?: number },
): Promise<{ -readonly [K in keyof L]: Flagged<Result<L[K]>> }>;
/** How each of a list of promises, functions and values ends; at most so many of the functions run at once. */
async function pSettleByFlags(array: unknown, options: unknown = {}): Promise<unknown> {
  const { concurrency = Infinity } = options as Options;
  const limit = startAtOnce(concurrency) as (task: () => unknown) => PromiseLike<unknown>;
  const settle = (element: unknown): unknown => {
    if (element && typeof (element as { then?: unknown }).then === "function")
      return reflectByFlags(element as PromiseLike<unknown>);
    if (typeof element === "function") return reflectByFlags(limit(() => (element as () => unknown)()));
    return reflectByFlags(Promise.resolve(element));
  };
  return Promise.all((array as unknown[]).map(settle));
}

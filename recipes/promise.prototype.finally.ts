import { defineRecipe } from "../src/recipe.ts";

/** Calls a function when a promise ends, however it ends. */
function whenEnded(promise: unknown, ...rest: unknown[]): unknown {
  return Reflect.apply(Promise.prototype.finally, promise, rest);
}

export default defineRecipe({
  package: "promise.prototype.finally",
  versions: ">=2.0.0 <4",
  replacement: "Promise.prototype.finally",
  floor: { node: "10.0.0", baseline: "2018-10" },
  dropSideEffect: true,
  exports: {
    default: [whenEnded],
    getPolyfill: () => Promise.prototype.finally,
    shim: () => Promise.prototype.finally,
  },
  subpaths: { "./auto": {} },
});

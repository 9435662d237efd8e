import { defineRecipe } from "../src/recipe.ts";

type Callable = (this: unknown, ...args: unknown[]) => unknown;

export default defineRecipe({
  package: "onetime",
  versions: ">=3.0.0 <6",
  replacement: "a function that keeps its first result",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: onetime },
});

function onetime<F>(action: F, options?: { throw?: boolean }): F;
/** A function that calls another the first time, and gives that result every time; with `throw: true`, throws every other time. */
function onetime(action: unknown, options: unknown = {}): unknown {
  if (typeof action !== "function") throw new TypeError("Expected a function");
  const call = action as Callable;
  const name = (call as { displayName?: string }).displayName || call.name || "<anonymous>";
  let result: unknown;
  let count = 0;
  const once: Callable = function () {
    "use strict";
    count += 1;
    if (count === 1) result = Reflect.apply(call, this, arguments);
    else if ((options as { throw?: unknown }).throw === true)
      throw new Error(`Function \`${name}\` can only be called once`);
    return result;
  };
  for (const key of Reflect.ownKeys(call))
    Object.defineProperty(once, key, Object.getOwnPropertyDescriptor(call, key) as PropertyDescriptor);
  return once;
}

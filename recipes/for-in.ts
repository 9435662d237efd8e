import { defineRecipe } from "../src/recipe.ts";

/** Calls a function with each property of an object, inherited ones too, until it answers false. */
function forIn(object: unknown, fn: unknown, context?: unknown): void {
  const values = object as Readonly<Record<string, unknown>>;
  for (const key in values)
    if ((fn as (...args: unknown[]) => unknown).call(context, values[key], key, object) === false) break;
}

export default defineRecipe({
  package: "for-in",
  versions: ">=1.0.1 <2",
  replacement: "a loop",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: forIn },
});

import { defineRecipe } from "../src/recipe.ts";

/** Calls a function with each value of a list, character of a text or property of an object. */
function forEach(list: unknown, call: unknown, receiver?: unknown): void {
  if (typeof call !== "function" || /^\s*class\b/.test(Function.prototype.toString.call(call)))
    throw new TypeError("iterator must be a function");
  const isList = Object.prototype.toString.call(list) === "[object Array]";
  const keys = isList || typeof list === "string" ? Array.from(list as ArrayLike<unknown>).keys() : ownKeys(list);
  for (const key of keys) {
    if (isList && !Object.prototype.hasOwnProperty.call(list, key)) continue;
    Reflect.apply(call, receiver === null ? undefined : receiver, [
      (list as Readonly<Record<string, unknown>>)[key],
      key,
      list,
    ]);
  }
}

function* ownKeys(object: unknown): Generator<string> {
  for (const key in object as object) if (Object.prototype.hasOwnProperty.call(object, key)) yield key;
}

export default defineRecipe({
  package: "for-each",
  versions: ">=0.3.4 <0.4",
  replacement: "a loop",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: forEach },
});

import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a text, list, map, set or object has nothing in it; numbers and the like are empty. */
function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const { length } = value as { readonly length?: unknown };
  const tag = Object.prototype.toString.call(value);
  const isOwn = Object.prototype.hasOwnProperty;
  const own = (key: string) => isOwn.call(value, key);
  const isFunction = tag === "[object Function]" || tag === "[object GeneratorFunction]";
  if (!isFunction && Number.isSafeInteger(length) && (length as number) >= 0) {
    const isText = typeof value === "string";
    const isList = isText || Array.isArray(value) || typeof (value as unknown[]).splice === "function";
    if (isList || (tag === "[object Arguments]" && own("callee"))) return length === 0;
  }
  if (tag === "[object Map]" || tag === "[object Set]") return !(value as ReadonlySet<unknown>).size;
  for (const key in value) {
    if (own(key)) return false;
  }
  return true;
}

export default defineRecipe({
  package: "lodash.isempty",
  versions: "4.4.0",
  replacement: "length, size or Object.keys",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: {
    default: [
      (value: string | readonly unknown[]) => value.length === 0,
      (value: Map<unknown, unknown> | Set<unknown>) => value.size === 0,
      isEmpty,
    ],
  },
});

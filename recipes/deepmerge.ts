import { defineRecipe } from "../src/recipe.ts";

type Properties = Record<PropertyKey, unknown>;

export default defineRecipe({
  package: "deepmerge",
  versions: ">=4.3 <5",
  replacement: "a recursive copy",
  floor: { node: "10.0.0", baseline: "2020-01" },
  deviations: [
    {
      severity: "quirk",
      note: "Passed on as a callback it ignores further arguments, which the package takes for options.",
    },
  ],
  exports: { default: deepmerge, all: mergeAll },
});

function deepmerge<A extends object, B extends object = A>(target: A, source: B): A & B;
/** A copy of two objects or lists in one: what both have as objects is merged in turn, lists stand one behind the other. */
function deepmerge(target: unknown, source: unknown): unknown {
  if (Array.isArray(source) !== Array.isArray(target)) return copyOf(source);
  if (Array.isArray(source)) return (target as unknown[]).concat(source).map(copyOf);
  const merged: Properties = {};
  if (isMergeable(target)) for (const key of keysOf(target)) merged[key] = copyOf(target[key]);
  for (const key of keysOf(source as object)) {
    const isThere = hasProperty(target, key);
    // What comes from a prototype, or is hidden, is never merged into.
    if (isThere && !(Object.hasOwnProperty.call(target, key) && Object.propertyIsEnumerable.call(target, key)))
      continue;
    const value = (source as Properties)[key];
    merged[key] =
      isThere && isMergeable(value) ? deepmerge((target as Properties)[key] as object, value) : copyOf(value);
  }
  return merged;
}

function mergeAll<T extends object>(values: readonly Partial<T>[]): T;
/** A copy of all objects of a list in one. */
function mergeAll(values: unknown): unknown {
  if (!Array.isArray(values)) throw new Error("first argument should be an array");
  return values.reduce((merged: unknown, value: unknown) => deepmerge(merged as object, value as object), {});
}

function copyOf(value: unknown): unknown {
  return isMergeable(value) ? deepmerge(Array.isArray(value) ? [] : {}, value) : value;
}

function isMergeable(value: unknown): value is Properties {
  if (!value || typeof value !== "object") return false;
  const kind = Object.prototype.toString.call(value);
  const isElement = (value as Properties)["$$typeof"] === Symbol.for("react.element");
  return kind !== "[object RegExp]" && kind !== "[object Date]" && !isElement;
}

function keysOf(value: object): PropertyKey[] {
  const symbols = Object.getOwnPropertySymbols(value).filter((symbol) =>
    Object.propertyIsEnumerable.call(value, symbol),
  );
  return [...Object.keys(value), ...symbols];
}

function hasProperty(value: unknown, key: PropertyKey): boolean {
  try {
    return key in (value as object);
  } catch {
    return false;
  }
}

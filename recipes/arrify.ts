import { defineRecipe } from "../src/recipe.ts";

/** Makes a list of a value: nothing of null and undefined, what it yields of an iterable that is no text. */
function toArray(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value;
  const isIterable = typeof value !== "string" && typeof (value as Iterable<unknown>)[Symbol.iterator] === "function";
  return isIterable ? [...(value as Iterable<unknown>)] : [value];
}

/** Makes a list of a value: nothing of null and undefined. */
function toList(value: unknown): unknown[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export default defineRecipe(
  {
    package: "arrify",
    versions: ">=2.0.0 <4",
    replacement: "Array.isArray",
    floor: { node: "6.0.0", baseline: "2016-09" },
    exports: { default: [(value: string) => [value], toArray] },
  },
  {
    package: "arrify",
    versions: ">=1.0.0 <2",
    replacement: "Array.isArray",
    floor: { node: "0.10.0", baseline: "2015-07" },
    exports: { default: [(value: string | number | boolean) => [value], toList] },
  },
);

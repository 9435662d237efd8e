import { defineRecipe } from "../src/recipe.ts";

export default defineRecipe({
  package: "shallowequal",
  versions: ">=1.0.0 <2",
  replacement: "a loop over own keys",
  floor: { node: "6.0.0", baseline: "2016-09" },
  exports: { default: shallowEqual },
});

type Compare = (first: unknown, second: unknown, key?: string) => unknown;

function shallowEqual(first: unknown, second: unknown, compare?: Compare, context?: unknown): boolean;
/** Tells whether two objects have the same own keys with the same values; a comparison may decide before each. */
function shallowEqual(first?: unknown, second?: unknown, compare?: Compare, context?: unknown): boolean {
  const whole = compare ? compare.call(context, first, second) : undefined;
  if (whole !== undefined) return Boolean(whole);
  if (first === second) return true;
  if (typeof first !== "object" || !first || typeof second !== "object" || !second) return false;
  const keys = Object.keys(first);
  if (keys.length !== Object.keys(second).length) return false;
  return keys.every((key) => {
    if (!Object.prototype.hasOwnProperty.call(second, key)) return false;
    const value = (first as Readonly<Record<string, unknown>>)[key];
    const other = (second as Readonly<Record<string, unknown>>)[key];
    const verdict = compare ? compare.call(context, value, other, key) : undefined;
    return verdict === undefined ? value === other : verdict !== false;
  });
}

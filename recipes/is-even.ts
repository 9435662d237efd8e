import { type Count, defineRecipe } from "../src/recipe.ts";

/** Tells whether a whole number, or a text of one, is even. Throws for anything else. */
function isEven(value: unknown): boolean {
  const isNumber = typeof value === "number" || value instanceof Number;
  const isText = (typeof value === "string" || value instanceof String) && value.trim() !== "";
  const number = isNumber || isText ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw new TypeError("is-odd expects a number.");
  if (!Number.isInteger(number)) throw new RangeError("is-odd expects an integer.");
  return (number & 1) === 0;
}

export default defineRecipe({
  package: "is-even",
  versions: ">=0.1.2 <2",
  replacement: "value % 2",
  floor: { node: "4.0.0", baseline: "2015-07" },
  deviations: [{ severity: "quirk", note: "The constructor property of an object is not read, so it cannot throw." }],
  exports: { default: [(value: Count) => value % 2 === 0, isEven] },
});

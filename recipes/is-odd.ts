import { type Count, defineRecipe } from "../src/recipe.ts";

/** Tells whether a whole number, or a text of one, is odd. Throws for anything else. */
function isOdd(value: unknown): boolean {
  const number = Math.abs(value as number);
  if (!Number.isFinite(number)) throw new TypeError("expected a number");
  if (!Number.isInteger(number)) throw new Error("expected an integer");
  if (!Number.isSafeInteger(number)) throw new Error("value exceeds maximum safe integer");
  return number % 2 === 1;
}

/** Tells whether a whole number, or a text of one, is odd. Throws for anything else. */
function isOddByBits(value: unknown): boolean {
  const isNumber = typeof value === "number" || value instanceof Number;
  const isText = (typeof value === "string" || value instanceof String) && value.trim() !== "";
  const number = isNumber || isText ? Number(value) : Number.NaN;
  if (!Number.isFinite(number)) throw new TypeError("is-odd expects a number.");
  if (!Number.isInteger(number)) throw new RangeError("is-odd expects an integer.");
  return (number & 1) === 1;
}

export default defineRecipe(
  {
    package: "is-odd",
    versions: ">=3.0.0 <4",
    replacement: "value % 2",
    floor: { node: "4.0.0", baseline: "2015-07" },
    exports: { default: [(value: Count) => value % 2 === 1, isOdd] },
  },
  {
    package: "is-odd",
    versions: ">=1.0.0 <3",
    replacement: "value & 1",
    floor: { node: "4.0.0", baseline: "2015-07" },
    deviations: [{ severity: "quirk", note: "The constructor property of an object is not read, so it cannot throw." }],
    exports: { default: [(value: Count) => value % 2 === 1, isOddByBits] },
  },
);

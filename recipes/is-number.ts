import { defineRecipe } from "../src/recipe.ts";

/** Tells whether a value is a finite number, or a text of one. */
function isNumber(value: unknown): boolean {
  if (typeof value === "string") return value.trim() !== "" && Number.isFinite(Number(value));
  return Number.isFinite(value);
}

/** Tells whether a value is a finite number, or a text of one. */
function isNumberCoerced(value: unknown): boolean {
  const number = +(value as number);
  if (!Number.isFinite(number)) return false;
  return typeof value === "string" ? value.trim() !== "" : number === value;
}

/** Tells whether a value is a finite number, or a text of one; objects of Number and String count too. */
function isNumberObject(value: unknown): boolean {
  const isText = typeof value === "string" || value instanceof String;
  if (isText && value.trim() === "") return false;
  return (isText || typeof value === "number" || value instanceof Number) && Number.isFinite(Number(value));
}

export default defineRecipe(
  {
    package: "is-number",
    versions: ">=5.0.0 <6 || >=7.0.0 <8",
    replacement: "Number.isFinite",
    floor: { node: "4.0.0", baseline: "2015-07" },
    exports: { default: [(value: number) => Number.isFinite(value), isNumber] },
  },
  {
    package: "is-number",
    versions: "6.0.0",
    replacement: "Number.isFinite",
    floor: { node: "4.0.0", baseline: "2015-07" },
    exports: { default: [(value: number) => Number.isFinite(value), isNumberCoerced] },
  },
  {
    package: "is-number",
    versions: ">=3.0.0 <5",
    replacement: "Number.isFinite",
    floor: { node: "4.0.0", baseline: "2015-07" },
    deviations: [{ severity: "quirk", note: "The constructor property of an object is not read, so it cannot throw." }],
    exports: { default: [(value: number) => Number.isFinite(value), isNumberObject] },
  },
);

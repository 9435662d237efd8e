import { inspect } from "node:util";

/** What arithmetic makes of a value; NaN where it throws. */
export function numberOf(value: unknown): number {
  try {
    return Number(value);
  } catch {
    return Number.NaN;
  }
}

/** True for a length that does not ask for gigabytes: infinity fails at once. */
export function isShort(length: unknown): boolean {
  const number = numberOf(length);
  return Number.isNaN(number) || number < 1e4 || number === Infinity;
}

/** True for a value whose constructor, and what belongs to it, can be read without an error. */
export function readsConstructor(value: unknown): boolean {
  try {
    return value === null || value === undefined || typeof Object(value).constructor?.isBuffer !== "symbol";
  } catch {
    return false;
  }
}

/** True for a value whose lists end: no list in itself, and no length without end. */
export function endsWalk(value: unknown): boolean {
  if (inspect(value, { depth: Infinity }).includes("[Circular")) return false;
  const isObject = typeof value === "object" && value !== null;
  try {
    return !isObject || !("length" in value) || numberOf(value.length) < 1e4 || Number.isNaN(numberOf(value.length));
  } catch {
    return true;
  }
}

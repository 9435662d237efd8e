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

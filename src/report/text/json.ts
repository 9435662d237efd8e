/**
 * A result as JSON that is the same text for the same facts: two spaces, keys in alphabetical order after "schema", and
 * null for what is known to be unknown (a property that is there with the value undefined).
 */
export function stableJson(value: unknown): string {
  return `${JSON.stringify(order(value), null, 2)}\n`;
}

function order(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(order);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => compareKeys(left, right));
  return Object.fromEntries(entries.map(([key, part]) => [key, order(part)]));
}

function compareKeys(left: string, right: string): number {
  if (left === "schema" || right === "schema") return left === "schema" ? -1 : 1;
  return left < right ? -1 : 1;
}

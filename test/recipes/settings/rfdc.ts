import type { ProofSettings } from "../proof/settings.ts";

class Day extends Date {}
class Table extends Map<unknown, unknown> {}

const values: readonly (() => unknown)[] = [
  () => [1, , { a: [new Date(5), new Day(6)] }],
  () => ({ a: new Map([[{ b: 1 }, new Set([[2]])]]), b: new Table([[1, 2]]) }),
  () => [new Map([[1, [Buffer.from("a")]]]), new Table([[1, { a: 1 }]])],
  () => ({ view: new Uint8Array([1, 2, 3]).subarray(1), list: Object.assign([1], { more: { a: 1 } }) }),
  () => Object.assign(Object.create({ inherited: 1 }) as object, { own: { a: 1 } }),
  () => ({ constructor: Map, a: 1 }),
  () => ({ a: { constructor: Date } }),
  () => Object.create(null),
  () => "text",
  () => null,
];

export default {
  /** A function is what it makes of some values. */
  normalise: (value) => (typeof value === "function" ? values.map((make) => attempt(value, make())) : value),
} satisfies ProofSettings;

function attempt(copy: unknown, value: unknown): unknown {
  try {
    const copied = (copy as (value: unknown) => unknown)(value);
    return [copied, copied === value];
  } catch (error) {
    return String(error);
  }
}

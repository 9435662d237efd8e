import type { ProofSettings } from "../proof/settings.ts";

function asNumber(value: unknown): number {
  try {
    return Number(value);
  } catch {
    return Number.NaN;
  }
}

export default {
  // From 2 ** 31 on, left-pad may never end.
  limits: {
    length: (length) => asNumber(length) < 1e4 || asNumber(length) === Infinity || Number.isNaN(asNumber(length)),
  },
  deviations: [
    {
      note: "A length of 2 ** 31 or more throws a RangeError; left-pad counts in 32 bits and pads less.",
      example: () => ["a", Infinity, "0"],
      covers: ([, length]) => asNumber(length) === Infinity,
    },
    {
      note: 'A fractional length is rounded down; left-pad may put the word "undefined" before the text.',
      example: () => ["a", 3.5],
      covers: ([, length]) => Number.isFinite(asNumber(length)) && !Number.isInteger(asNumber(length)),
    },
  ],
} satisfies ProofSettings;

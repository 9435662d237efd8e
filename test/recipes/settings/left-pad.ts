import { isShort, numberOf } from "../proof/limits.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  // From 2 ** 31 on, left-pad may never end.
  limits: { length: isShort },
  deviations: [
    {
      note: "A length of 2 ** 31 or more throws a RangeError; left-pad counts in 32 bits and pads less.",
      example: () => ["a", Infinity, "0"],
      covers: ([, length]) => numberOf(length) === Infinity,
    },
    {
      note: 'A fractional length is rounded down; left-pad may put the word "undefined" before the text.',
      example: () => ["a", 3.5],
      covers: ([, length]) => Number.isFinite(numberOf(length)) && !Number.isInteger(numberOf(length)),
    },
  ],
} satisfies ProofSettings;

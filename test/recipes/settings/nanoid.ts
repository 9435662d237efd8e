import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { type Sample, shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const sizes = shared(fc.oneof(fc.integer({ min: 0, max: 300 }), fc.double({ min: 0, max: 50 })));

/** A size that asks for no more than a test can take: below zero the package makes nothing, or goes on for long. */
function isTried(size: unknown): boolean {
  try {
    const length = (size as number) | 0;
    return length >= 0 && length < 1e5;
  } catch {
    return true;
  }
}

export default {
  arguments: {
    nanoid: fc.oneof(
      fc.constant<Sample[]>([]),
      fc.tuple(sizes),
      fc.tuple(anything.filter(({ make }) => isTried(make({ calls: [] })))),
    ),
  },
  /** What a random id is made of: its length, and that each character may stand in a URL. */
  normalise: (value) => (typeof value === "string" ? [value.length, /^[\w-]*$/.test(value)] : value),
} satisfies ProofSettings;

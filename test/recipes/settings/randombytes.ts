import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { shared } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const size = shared(
  fc.oneof(fc.integer({ min: -2, max: 300 }), fc.constantFrom<unknown>(1.5, Number.NaN, 2 ** 40, "5")),
);

export default {
  arguments: { default: fc.tuple(fc.oneof({ weight: 3, arbitrary: size }, anything)) },
  normalise: (value) => (Buffer.isBuffer(value) ? value.length : value),
} satisfies ProofSettings;

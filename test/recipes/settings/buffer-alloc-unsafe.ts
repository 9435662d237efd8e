import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { isShort } from "../proof/limits.ts";
import { numbers } from "../proof/primitives.ts";
import type { ProofSettings } from "../proof/settings.ts";

const sizes = fc.oneof(numbers, anything).filter((each) => isShort(each.make({ calls: [] })));

export default {
  arguments: { default: fc.tuple(sizes) },
  // What is in it is not set.
  normalise: (value) => (Buffer.isBuffer(value) ? value.length : value),
  deviations: [{ note: "Errors for a size that is no number, or negative, read differently.", example: () => [-1] }],
} satisfies ProofSettings;

import fc from "fast-check";
import { promised, series, tellers } from "../effects/promises.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inTurns,
  arguments: {
    default: fc.oneof(
      fc.tuple(series, tellers),
      fc.tuple(series, tellers, promised),
      fc.tuple(series, anything, promised),
      fc.tuple(anything, tellers),
    ),
  },
} satisfies ProofSettings;

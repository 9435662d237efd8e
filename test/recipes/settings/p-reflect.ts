import fc from "fast-check";
import { promised } from "../effects/promises.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inTurns,
  arguments: { default: fc.tuple(fc.oneof(promised, anything)) },
} satisfies ProofSettings;

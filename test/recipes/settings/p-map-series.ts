import fc from "fast-check";
import { failing, tellers } from "../effects/promises.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inTurns,
  arguments: { default: fc.oneof({ weight: 4, arbitrary: fc.tuple(failing, tellers) }, fc.tuple(anything, tellers)) },
} satisfies ProofSettings;

import fc from "fast-check";
import { tasks } from "../effects/mapping.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inTurns,
  arguments: { default: fc.tuple(fc.oneof({ weight: 4, arbitrary: tasks }, anything)) },
  deviations: [
    {
      note: "The TypeError for something that is no function says less of its kind.",
      example: () => [[null]],
    },
  ],
} satisfies ProofSettings;

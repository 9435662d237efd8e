import fc from "fast-check";
import { tasks } from "../effects/mapping.ts";
import { promised } from "../effects/promises.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

export default {
  surround: inTurns,
  arguments: {
    default: fc.oneof(
      fc.tuple(fc.oneof({ weight: 4, arbitrary: tasks }, anything)),
      fc.tuple(tasks, fc.oneof(promised, anything)),
    ),
  },
  deviations: [
    {
      note: "The TypeError for something that is no function names it otherwise.",
      example: () => [[1]],
    },
  ],
} satisfies ProofSettings;

import fc from "fast-check";
import { tasks } from "../effects/mapping.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const options: fc.Arbitrary<Sample> = fc
  .constantFrom<unknown>(1, 2, 3, Infinity, 0, -1, 1.5, "2", null, undefined)
  .map((concurrency) => sample(`{ concurrency: ${String(concurrency)} }`, () => ({ concurrency })));

export default {
  surround: inTurns,
  arguments: {
    default: fc.oneof(
      fc.tuple(fc.oneof({ weight: 4, arbitrary: tasks }, anything)),
      fc.tuple(tasks, options),
      fc.tuple(
        tasks,
        fc.constantFrom(
          sample("{}", () => ({})),
          sample("undefined", () => undefined),
        ),
      ),
    ),
  },
} satisfies ProofSettings;

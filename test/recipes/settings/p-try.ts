import fc from "fast-check";
import { inTurns, teller } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import type { ProofSettings } from "../proof/settings.ts";

const ending = fc.record({ after: fc.nat({ max: 4 }), fails: fc.boolean() });
const callbacks = fc.tuple(ending, fc.boolean()).map(([one, isAsync]) => teller("callback", one, isAsync));

export default {
  surround: inTurns,
  arguments: {
    default: fc
      .tuple(fc.oneof({ weight: 3, arbitrary: callbacks }, anything), fc.array(anything, { maxLength: 3 }))
      .map(([callback, rest]) => [callback, ...rest]),
  },
  deviations: [
    {
      note: "What is no function fails by another name.",
      versions: ">2.0.0",
      example: () => [5],
      covers: ([callback]) => typeof callback !== "function",
    },
  ],
} satisfies ProofSettings;

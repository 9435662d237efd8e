import fc from "fast-check";
import { inTurns, teller } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const promises = among(
  ["resolved", () => Promise.resolve("value")],
  ["rejected", () => Promise.reject(new RangeError("no"))],
  ["later", () => Promise.resolve().then(() => "later")],
  ["thenable", () => ({ then: (done: (value: unknown) => void) => done("thenable") })],
);
const ending = fc.record({ after: fc.nat({ max: 4 }), fails: fc.boolean() });
const endings = fc.tuple(ending, fc.boolean()).map(([one, isAsync]) => teller("onFinally", one, isAsync));

export default {
  surround: inTurns,
  arguments: {
    default: fc.oneof(
      fc.tuple(fc.oneof(promises, anything), endings),
      fc.tuple(promises),
      fc.tuple(promises, anything),
    ),
  },
  deviations: [],
} satisfies ProofSettings;

import fc from "fast-check";
import { inTurns, teller } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const ending = fc.record({ after: fc.nat({ max: 5 }), fails: fc.boolean() });
const ends = fc.tuple(
  fc.oneof({ weight: 2, arbitrary: ending.map((one) => ({ ...one, fails: false })) }, ending),
  fc.boolean(),
);
const task: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 9, arbitrary: ends.map(([one, isAsync]) => teller("task", one, isAsync)) },
  anything,
);
const tasks: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(task, { maxLength: 6 }), fc.constantFrom("list", "set", "promises"))
  .map(([all, kind]) =>
    sample(`${kind}[${all.map(({ text }) => text).join(", ")}]`, (world) => {
      const made = all.map((one) => one.make(world));
      if (kind === "set") return new Set(made);
      return kind === "promises" ? made.map((one) => Promise.resolve(one)) : made;
    }),
  );
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

import fc from "fast-check";
import { promised, tellers } from "../effects/promises.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { type Sample, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const lists: fc.Arbitrary<Sample> = fc
  .array(fc.oneof({ weight: 3, arbitrary: tellers }, promised), { maxLength: 5 })
  .map((all) => sample(`[${all.map(({ text }) => text).join(", ")}]`, (world) => all.map((one) => one.make(world))));
const options: fc.Arbitrary<Sample> = fc
  .tuple(fc.constantFrom<unknown>(1, 2, Infinity, undefined), fc.option(tellers, { nil: undefined }))
  .map(([concurrency, mapper]) =>
    sample(`{ concurrency: ${String(concurrency)}, mapper: ${mapper?.text} }`, (world) => ({
      concurrency,
      ...(mapper !== undefined && { mapper: mapper.make(world) }),
    })),
  );

export default {
  surround: inTurns,
  arguments: {
    default: fc.oneof(
      { weight: 2, arbitrary: fc.tuple(lists) },
      { weight: 4, arbitrary: fc.tuple(lists, options) },
      fc.tuple(anything),
      fc.tuple(
        lists,
        fc.constantFrom(
          sample("null", () => null),
          sample("5", () => 5),
          sample("mapper", () => ({ mapper: 5 })),
        ),
      ),
    ),
  },
} satisfies ProofSettings;

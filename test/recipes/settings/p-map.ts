import fc from "fast-check";
import { inTurns, teller } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { type Sample, among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

/** A promise that fails, and of which nobody complains where it is not looked at. */
function rejected(): Promise<never> {
  const promise = Promise.reject<never>(new RangeError("no"));
  promise.catch(() => undefined);
  return promise;
}

const values = among(
  ["[]", () => []],
  ["[1, 2, 3, 4, 5]", () => [1, 2, 3, 4, 5]],
  ["Set", () => new Set(["a", "b"])],
  ["promises", () => [Promise.resolve(1), 2, Promise.resolve().then(() => 3)]],
  ["a rejected one", () => [1, rejected(), 3]],
  ["'text'", () => "text"],
  [
    "a generator that throws",
    function* () {
      yield 1;
      throw new RangeError("over");
    },
  ],
);
const ending = fc.record({ after: fc.nat({ max: 5 }), fails: fc.boolean() });
const mappers = fc.oneof(
  { weight: 3, arbitrary: ending.map((one) => teller("mapper", { ...one, fails: false }, true)) },
  fc.tuple(ending, fc.boolean()).map(([one, isAsync]) => teller("mapper", one, isAsync)),
  anything,
);
const options: fc.Arbitrary<Sample> = fc
  .constantFrom<unknown>(1, 2, 3, Infinity, 0, -1, 1.5, "2", null, undefined)
  .map((concurrency) => sample(`{ concurrency: ${String(concurrency)} }`, () => ({ concurrency })));

export default {
  surround: inTurns,
  arguments: {
    default: fc.oneof(
      fc.tuple(fc.oneof({ weight: 4, arbitrary: values }, anything), mappers),
      fc.tuple(values, mappers, options),
      fc.tuple(values, mappers, fc.constant(sample("{}", () => ({})))),
    ),
  },
} satisfies ProofSettings;

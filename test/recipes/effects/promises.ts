/** Lists of values and promises, and functions that tell when they are called, for packages that wait for them. */
import fc from "fast-check";
import { type Sample, among } from "../proof/sample.ts";
import { teller } from "./ticks.ts";

/** A promise that fails, and of which nobody complains where it is not looked at. */
export function rejected(): Promise<never> {
  const promise = Promise.reject<never>(new RangeError("no"));
  promise.catch(() => undefined);
  return promise;
}

/** Values one after the other, some of them promises. */
export const series: fc.Arbitrary<Sample> = among(
  ["[]", () => []],
  ["[1, 2, 3]", () => [1, 2, 3]],
  ["Set", () => new Set(["a", "b"])],
  ["promises", () => [Promise.resolve(1), 2, Promise.resolve().then(() => 3)]],
  ["a rejected one", () => [1, rejected(), 3]],
  ["'text'", () => "text"],
);

/** The same, or a loop that fails on the way. */
export const failing: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 3, arbitrary: series },
  among(
    [
      "a generator that throws",
      function* () {
        yield 1;
        throw new RangeError("over");
      },
    ],
    [
      "what a generator gives",
      () =>
        (function* () {
          yield* [1, 2];
          throw new RangeError("over");
        })(),
    ],
  ),
);

/** One promise, or what is none. */
export const promised: fc.Arbitrary<Sample> = among(
  ["resolved", () => Promise.resolve("value")],
  ["rejected", () => rejected()],
  ["later", () => Promise.resolve().then(() => "later")],
  ["thenable", () => ({ then: (done: (value: unknown) => void) => done("thenable") })],
  ["5", () => 5],
  ["null", () => null],
);

const ending = fc.record({ after: fc.nat({ max: 4 }), fails: fc.boolean() });

/** Functions that tell when they are called, and end at once or later. */
export const tellers: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 2, arbitrary: ending.map((one) => teller("callback", { ...one, fails: false }, true)) },
  fc.tuple(ending, fc.boolean()).map(([one, isAsync]) => teller("callback", one, isAsync)),
);

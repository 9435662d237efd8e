/** Loops of values, functions to map them with, and the options that a package takes which does so. */
import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { type Sample, among, sample } from "../proof/sample.ts";
import { failing } from "./promises.ts";
import { signals } from "./signals.ts";
import { teller } from "./ticks.ts";

export const values: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 3, arbitrary: failing },
  among(
    ["[1, 2, 3, 4, 5]", () => [1, 2, 3, 4, 5]],
    [
      "a loop that waits",
      async function* () {
        yield 1;
        await undefined;
        yield* [2, 3];
      },
    ],
    [
      "what a loop that waits gives",
      () =>
        (async function* () {
          yield* [1, 2];
        })(),
    ],
    [
      "a loop that waits and fails",
      () =>
        (async function* () {
          yield await Promise.resolve(1);
          throw new RangeError("over");
        })(),
    ],
    ["{ [Symbol.iterator]: 1 }", () => ({ [Symbol.iterator]: 1 })],
    [
      "a loop that waits whose Symbol.iterator is null",
      () => ({
        [Symbol.iterator]: null,
        async *[Symbol.asyncIterator]() {
          yield 1;
        },
      }),
    ],
  ),
);

const ending = fc.record({ after: fc.nat({ max: 5 }), fails: fc.boolean() });

/** Functions that tell when they are called and end at once or later, and what is none. */
export const mappers: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 3, arbitrary: ending.map((one) => teller("mapper", { ...one, fails: false }, true)) },
  { weight: 2, arbitrary: fc.tuple(ending, fc.boolean()).map(([one, isAsync]) => teller("mapper", one, isAsync)) },
  anything,
);

const taskEnds = fc.tuple(
  fc.oneof({ weight: 2, arbitrary: ending.map((one) => ({ ...one, fails: false })) }, ending),
  fc.boolean(),
);
const task: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 9, arbitrary: taskEnds.map(([one, isAsync]) => teller("task", one, isAsync)) },
  anything,
);

/** Loops of functions that tell when they are called, some of them promised, and sometimes of what is none. */
export const tasks: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(task, { maxLength: 6 }), fc.constantFrom("list", "set", "promises"))
  .map(([all, kind]) =>
    sample(`${kind}[${all.map(({ text }) => text).join(", ")}]`, (world) => {
      const made = all.map((one) => one.make(world));
      if (kind === "set") return new Set(made);
      return kind === "promises" ? made.map(promiseOf) : made;
    }),
  );

const limits = fc.constantFrom<unknown>(1, 2, 3, Infinity, 0, -1, 1.5, "2", null, undefined);

/** Options with how many run at once. */
export const limited: fc.Arbitrary<Sample> = fc.oneof(
  limits.map((concurrency) => sample(`{ concurrency: ${String(concurrency)} }`, () => ({ concurrency }))),
  fc.constant(sample("{}", () => ({}))),
);

/** The same, with the other options of later versions. */
export const optional: fc.Arbitrary<Sample> = fc.oneof(
  limited,
  fc
    .record(
      { concurrency: fc.constantFrom(1, 2, Infinity), stopOnError: fc.boolean(), signal: signals },
      { requiredKeys: [] },
    )
    .map(({ signal, ...options }) =>
      sample(`${JSON.stringify(options)} and ${signal?.text}`, (world) => ({
        ...options,
        ...(signal !== undefined && { signal: signal.make(world) }),
      })),
    ),
);

/** True unless options ask to go on after errors. */
export function stops(options: unknown): boolean {
  return (options as { readonly stopOnError?: unknown } | undefined)?.stopOnError !== false;
}

/** A promise of a value, which fails where the value cannot be looked at, and then nobody complains. */
function promiseOf(value: unknown): Promise<unknown> {
  const promise = new Promise((resolve) => resolve(value));
  promise.catch(() => undefined);
  return promise;
}

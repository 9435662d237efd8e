import fc from "fast-check";
import { rejected } from "../effects/promises.ts";
import { inTurns } from "../effects/ticks.ts";
import { type Sample, among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const promises: fc.Arbitrary<Sample> = among(
  ["resolved", () => Promise.resolve("value")],
  ["rejected", rejected],
  ["later", () => Promise.resolve().then(() => "later")],
  ["after a millisecond", () => new Promise((resolve) => setTimeout(resolve, 1, "soon"))],
  ["never", () => new Promise(() => undefined)],
  [
    "never, with cancel",
    ({ calls }) => Object.assign(new Promise(() => undefined), { cancel: () => calls.push("cancelled") }),
  ],
  ["thenable", () => ({ then: (done: (value: unknown) => void) => done("thenable") })],
);
const times = among(
  ["5", () => 5],
  ["Infinity", () => Infinity],
  ["-1", () => -1],
  ["0.5", () => 0.5],
  ["NaN", () => Number.NaN],
  ["'5'", () => "5"],
  ["undefined", () => undefined],
);
const fallbacks = among(
  ["undefined", () => undefined],
  ["a text", () => "too slow"],
  ["an error", () => new RangeError("too slow")],
  ["a function", () => () => "instead"],
  [
    "a function that throws",
    () => () => {
      throw new RangeError("no");
    },
  ],
);
const messages = among(
  ["undefined", () => undefined],
  ["a text", () => "too slow"],
  ["an error", () => new RangeError("too slow")],
  ["false", () => false],
);
const signals = among(
  ["undefined", () => undefined],
  ["quiet", () => new AbortController().signal],
  ["aborted", () => AbortSignal.abort()],
  ["aborted with a text", () => AbortSignal.abort("enough")],
  [
    "aborted soon",
    () => {
      const controller = new AbortController();
      queueMicrotask(() => controller.abort(new RangeError("enough")));
      return controller.signal;
    },
  ],
);
/** Timers that tell when they are used. */
const timers = among(
  ["undefined", () => undefined],
  [
    "telling",
    ({ calls }) => ({
      setTimeout(this: unknown, callback: () => void, time: number) {
        calls.push("set", this, time);
        return setTimeout(callback, 0);
      },
      clearTimeout(this: unknown, timer: NodeJS.Timeout | undefined) {
        calls.push("clear", this, timer !== undefined);
        clearTimeout(timer);
      },
    }),
  ],
);
const isEndless = ([promise, time]: readonly Sample[]): boolean =>
  /^never/.test(promise?.text ?? "") && time?.text === "Infinity";
const first = fc.tuple(promises, times, fallbacks).filter((list) => !isEndless(list));
const later = fc
  .tuple(promises, times, fallbacks, messages, signals, timers)
  .filter((list) => !isEndless(list))
  .map(([promise, ...given]): Sample[] => [
    promise,
    {
      text: given.map(({ text }) => text).join(" and "),
      make: (world) => {
        const [milliseconds, fallback, message, signal, customTimers] = given.map((each) => each.make(world));
        const instead = typeof fallback === "function" ? fallback : undefined;
        const all = Object.entries({ fallback: instead, message, signal, customTimers });
        return { milliseconds, ...Object.fromEntries(all.filter(([, value]) => value !== undefined)) };
      },
    },
  ]);

export default {
  surround: inTurns,
  share: 0.3,
  arguments: { default: fc.oneof(first, later) },
} satisfies ProofSettings;

import { types } from "node:util";
import fc from "fast-check";
import { lt } from "semver";
import { rejected } from "../effects/promises.ts";
import { signals as quietSignals } from "../effects/signals.ts";
import { inTurns, played } from "../effects/ticks.ts";
import type { Surround } from "../proof/outcome.ts";
import { type Sample, type World, among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const promises: fc.Arbitrary<Sample> = among(
  ["resolved", () => Promise.resolve("value")],
  ["rejected", rejected],
  ["later", () => Promise.resolve().then(() => "later")],
  [
    "after some turns",
    async () => {
      for (let turn = 0; turn < 20; turn += 1) await undefined;
      return "soon";
    },
  ],
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
const optionalSignals: fc.Arbitrary<Sample> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(sample("undefined", () => undefined)) },
  quietSignals.filter(({ text }) => !text.startsWith("accountable")),
);
const withOptions = fc.tuple(timers, optionalSignals).map(([customTimers, signal]) => ({
  text: `${customTimers.text} timers and signal ${signal.text}`,
  make: (world: World) => {
    const all = { customTimers: customTimers.make(world), signal: signal.make(world) };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  },
}));
/** Stops the timer at once, where there is a way to. */
const cleared = played("cleared", (value, { note }) => {
  const { clear } = value as { readonly clear?: () => unknown };
  note(typeof clear, clear?.());
  return value;
});
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

const middle = fc.tuple(promises, times, fallbacks, withOptions).filter((list) => !isEndless(list));
const ended = promises.filter(({ text }) => !text.startsWith("never"));
const stopped = fc.tuple(ended, times, fallbacks, withOptions, fc.constant(cleared));
const stoppedLater = later
  .filter(([promise]) => !promise?.text.startsWith("never"))
  .map((list): Sample[] => [...list, cleared]);

/** What is left of the promise and the timer after the end is seen, too. */
const toTheEnd: Surround = (call, world) => {
  const value = inTurns(call, world);
  if (!types.isPromise(value)) return value;
  return value.finally(async () => {
    for (let turn = 0; turn < 30; turn += 1) await undefined;
  });
};

export default {
  surround: toTheEnd,
  share: 0.3,
  /** Node warns of a timer that never ends. */
  ends: ([, milliseconds], _, version) => milliseconds !== Infinity || !lt(version, "3.2.0"),
  arguments: { default: fc.oneof(first, middle, later, stopped, stoppedLater) },
  deviations: [
    {
      note: "A time that is none fails with another text.",
      example: () => [Promise.resolve(), -1],
      covers: ([, milliseconds]) => typeof milliseconds !== "number" || milliseconds < 0,
    },
  ],
} satisfies ProofSettings;

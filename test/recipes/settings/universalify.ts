import fc from "fast-check";
import { type Play, playing } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

type Callable = (...args: unknown[]) => unknown;

const called = (how: (callBack: Callable) => unknown, self = false): Callable =>
  function calls(this: unknown, ...args: unknown[]): unknown {
    const last = args.at(-1);
    if (typeof last === "function") how(last as Callable);
    const given = args.map((one) => (typeof one === "function" ? "a function" : one));
    return self ? this : Promise.resolve([...given, this]);
  };

const actions = among(
  ["calls back", () => called((callBack) => callBack(null, 1, 2))],
  ["calls back with an error", () => called((callBack) => callBack(new RangeError("no"), 1))],
  ["calls back with false", () => called((callBack) => callBack(false, 1))],
  ["calls back with ''", () => called((callBack) => callBack("", 1))],
  ["calls back with 0", () => called((callBack) => callBack(0))],
  ["calls back with NaN", () => called((callBack) => callBack(NaN))],
  ["calls back with undefined", () => called((callBack) => callBack(undefined, "a"))],
  ["gives this", () => called(() => undefined, true)],
  [
    "throws",
    () => () => {
      throw new RangeError("no");
    },
  ],
  ["an arrow", () => (a: unknown, b: unknown) => Promise.resolve([a, b])],
  ["gives no promise", () => () => 5],
  ["has a name that is no text", () => Object.defineProperty(() => 1, "name", { value: 5 })],
);

/** Calls what was wrapped without a callback and with one, and writes down what it gives and tells. */
const play: Play = async (value, { note, turns }) => {
  if (typeof value !== "function") return value;
  const wrapped = value as Callable;
  note(JSON.stringify(Object.getOwnPropertyDescriptors(wrapped)), wrapped.length);
  const self = { name: "self" };
  for (const args of [[], [1], [1, "a", null]]) {
    for (const more of [[], [(...told: unknown[]) => note("told", ...told.map(String))]]) {
      try {
        note(String(await Promise.race([Reflect.apply(wrapped, self, [...args, ...more]), turns(9)])));
      } catch (error) {
        note(String(error));
      }
    }
  }
  return undefined;
};

const rejecting = among(["rejects", () => () => Promise.reject(new RangeError("no"))]);
const lists = fc.tuple(fc.oneof({ weight: 4, arbitrary: actions }, anything));

export default {
  surround: playing(play),
  arguments: { fromCallback: lists, fromPromise: fc.oneof({ weight: 9, arbitrary: lists }, fc.tuple(rejecting)) },
  deviations: [
    {
      note: "The TypeError for what is no function reads differently.",
      export: "fromCallback",
      versions: "2.0.0",
      example: () => [5],
      covers: ([action], { version }) => version === "2.0.0" && typeof action !== "function",
    },
  ],
} satisfies ProofSettings;

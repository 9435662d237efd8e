import fc from "fast-check";
import { type Play, playing } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

type Callable = (...args: unknown[]) => unknown;

const actions = among(
  ["adds up", () => (a: number, b: number) => a + b],
  [
    "gives this",
    () =>
      function own(this: unknown, ...args: unknown[]) {
        return [this, args];
      },
  ],
  [
    "throws",
    () => () => {
      throw new RangeError("no");
    },
  ],
  ["has properties", () => Object.assign(() => 1, { a: 1, [Symbol.iterator]: 2, displayName: "shown" })],
  ["a class", () => class Place {}],
  ["async", () => async () => 5],
  ["a generator", () => function* steps() {}],
  ["bound", () => Math.max.bind(null, 2)],
  ["frozen", () => Object.freeze((a: unknown) => a)],
  ["native", () => Array.isArray],
);
const options = among(
  ["{ throw: true }", () => ({ throw: true })],
  ["{ throw: 1 }", () => ({ throw: 1 })],
  ["undefined", () => undefined],
  ["null", () => null],
);

/** Calls what was wrapped three times, and writes down what it gives and what stands on it. */
const play: Play = (value, { note }) => {
  if (typeof value !== "function") return value;
  const wrapped = value as Callable;
  for (const key of Reflect.ownKeys(wrapped)) {
    const { value: held, ...rest } = Object.getOwnPropertyDescriptor(wrapped, key) ?? {};
    note(key, typeof held === "object" ? typeof held : held, rest);
  }
  for (let time = 0; time < 3; time += 1) {
    try {
      note(Reflect.apply(wrapped, time === 1 ? undefined : { name: "self" }, [time, 2]));
    } catch (error) {
      note(String(error));
    }
  }
  return undefined;
};

export default {
  surround: playing(play),
  arguments: {
    default: fc.oneof(
      { weight: 4, arbitrary: fc.tuple(actions, fc.oneof(options, anything)) },
      fc.tuple(fc.oneof({ weight: 2, arbitrary: actions }, anything)),
    ),
  },
} satisfies ProofSettings;

import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { type Play, playing } from "../effects/ticks.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

type Once = ((...args: unknown[]) => unknown) & Record<string, unknown>;

const callbacks = among(
  ["adds up", () => (a: number, b: number) => a + b],
  [
    "gives this",
    () =>
      function (this: unknown) {
        return this;
      },
  ],
  [
    "throws",
    () => () => {
      throw new RangeError("no");
    },
  ],
  ["has properties", () => Object.assign(() => 1, { a: 1, called: true })],
  ["async", () => async () => 5],
);

/** Calls what was wrapped three times, and writes down what it gives and what stands on it. */
const play: Play = (value, { note }) => {
  if (typeof value !== "function") return value;
  const wrapped = value as Once;
  note(Object.entries(wrapped), wrapped.length);
  const self = { name: "self" };
  for (let time = 0; time < 3; time += 1) {
    try {
      note(Reflect.apply(wrapped, "bare" in wrapped ? undefined : self, [time, 2]));
    } catch (error) {
      note(String(error));
    }
    note(Object.entries(wrapped));
  }
  return undefined;
};

const lists = fc.tuple(fc.oneof({ weight: 2, arbitrary: callbacks }, anything));

export default {
  surround: playing(play),
  arguments: { default: lists, strict: lists },
  deviations: [
    {
      note: "Passed on as a callback it ignores what comes behind the function, where the package copies the properties of the last argument.",
      example: () => [() => 1, 0, [1]],
    },
    {
      note: "Called on no object, the function has no `this`, where the package gives it the global object.",
      example: () => [
        Object.assign(
          function (this: unknown) {
            return this;
          },
          { bare: true },
        ),
      ],
    },
  ],
} satisfies ProofSettings;

import fc from "fast-check";
import { type Play, playing } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

type Back = (error: unknown, ...results: unknown[]) => void;
type Promised = (...args: unknown[]) => Promise<unknown>;

const double = (value: unknown, back: Back): void => back(null, `${String(value)}2`, "more");
const fail = (_value: unknown, back: Back): void => back(new RangeError("no"));
const later = (value: unknown, back: Back): void => queueMicrotask(() => back(undefined, value));
const self = function (this: unknown, _value: unknown, back: Back): void {
  back(null, this === undefined ? "nothing" : typeof this);
};

const inputs = among(
  ["double", () => double],
  ["fails", () => fail],
  ["later", () => later],
  ["this", () => self],
  [
    "throws",
    () => () => {
      throw new RangeError("at once");
    },
  ],
  [
    "{ double, fail, nameSync, readStream, size }",
    () => ({ double, fail, nameSync: double, readStream: later, size: 5 }),
  ],
  ["inherited", () => Object.create({ double, size: 1 }) as unknown],
  [
    "function with members",
    () => Object.assign((value: unknown, back: Back) => double(value, back), { fail, sizeSync: later }),
  ],
);

/** Calls every function of what was made, and writes down what the promises give. */
const play: Play = async (value, { note }) => {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) return value;
  const made = value as Record<string, unknown>;
  const all: [string, unknown][] = [
    ["itself", value],
    ...Object.keys(made).map((key): [string, unknown] => [key, made[key]]),
  ];
  for (const [name, each] of all) {
    if (typeof each !== "function") {
      note(name, typeof each);
      continue;
    }
    if (/Sync|Stream/.test(name)) continue;
    try {
      await (each as Promised).call("self", 1).then(
        (result) => note(name, result),
        (error: unknown) => note(name, String(error)),
      );
    } catch (error) {
      note(name, String(error));
    }
  }
  return undefined;
};

const functions = fc.oneof(
  { weight: 3, arbitrary: inputs },
  anything.filter(({ text }) => !/class|function|=>/.test(text)),
);

export default { surround: playing(play), arguments: { default: fc.tuple(functions) } } satisfies ProofSettings;

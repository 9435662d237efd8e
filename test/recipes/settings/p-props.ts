import fc from "fast-check";
import { lt } from "semver";
import { limited, mappers, optional, stops } from "../effects/mapping.ts";
import { rejected } from "../effects/promises.ts";
import { AccountableSignal } from "../effects/signals.ts";
import { inTurns } from "../effects/ticks.ts";
import { anything } from "../proof/hostile.ts";
import { type Sample, among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const failing = new WeakSet<object>();

const named: fc.Arbitrary<Sample> = among(
  ["{}", () => ({})],
  ["{ a: 1, b: 2, c: 3 }", () => ({ a: 1, b: 2, c: 3 })],
  ["an object of promises", () => ({ a: Promise.resolve(1), b: 2, c: Promise.resolve().then(() => 3) })],
  ["one fails", () => knownToFail({ a: 1, b: rejected(), c: Promise.resolve(3) })],
  ["{ 2: 'b', 1: 'a', __proto__: 3 }", () => JSON.parse('{ "2": "b", "1": "a", "__proto__": 3 }') as unknown],
  ["['a', 'b']", () => ["a", "b"]],
  ["new Map()", () => new Map()],
  ["a Map of promises", () => new Map().set("a", Promise.resolve(1)).set({}, 2).set(NaN, later())],
  ["a Map, one of which fails", () => knownToFail(new Map().set("a", rejected()).set(1, later()))],
  ["an object that grows", growing],
);

const mappersOrNone = fc.oneof({ weight: 3, arbitrary: mappers }, among(["undefined", () => undefined]));

const withOptions = (options: fc.Arbitrary<Sample>): fc.Arbitrary<Sample[]> =>
  fc.oneof(
    fc.tuple(fc.oneof({ weight: 4, arbitrary: named }, anything)),
    { weight: 2, arbitrary: fc.tuple(fc.oneof({ weight: 4, arbitrary: named }, anything), mappersOrNone) },
    { weight: 3, arbitrary: fc.tuple(named, mappersOrNone, options) },
  );

export default {
  surround: inTurns,
  /** Where the first versions give up at once, or later on, nobody waits any more for what fails after that. */
  ends: ([input, mapper, options], _, version) => {
    if (!lt(version, "6.0.0")) return true;
    return stops(options) && (!failing.has(input as object) || (mapper === undefined && options === undefined));
  },
  arguments: {
    default: withOptions(fc.oneof(limited, optional)),
    pPropsAllSettled: withOptions(optional),
  },
  deviations: [
    {
      note: "No listener stays at a signal.",
      example: () => [{ a: 1 }, (value: unknown) => value, { signal: new AccountableSignal("enough") }],
      covers: ([, , options]) => (options as { signal?: unknown } | undefined)?.signal instanceof AccountableSignal,
    },
  ],
} satisfies ProofSettings;

function knownToFail(input: object): object {
  failing.add(input);
  return input;
}

function later(): Promise<string> {
  return Promise.resolve().then(() => "later");
}

/** An object that gets another property in the next turn. */
function growing(): object {
  const object: Record<string, unknown> = { b: later() };
  void Promise.resolve().then(() => (object.a = 1));
  return object;
}

import fc from "fast-check";
import { type Play, inTurns, played } from "../effects/ticks.ts";
import { type Sample, among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

/** Waits, and ends the waiting at once where the promise can do that and takes long. */
const play: Play = async (value, { note }) => {
  const waiting = value as Promise<unknown> & { clear?: () => void };
  const started = Date.now();
  note(Object.keys(waiting), typeof waiting.clear);
  waiting.clear?.();
  const result = await waiting;
  note(Date.now() - started < 500);
  return result;
};

const times = among(
  ["0", () => 0],
  ["1", () => 1],
  ["'2'", () => "2"],
  ["undefined", () => undefined],
  ["-5", () => -5],
);
const options = among(
  ["{ value: 5 }", () => ({ value: 5 })],
  ["{ value: null }", () => ({ value: null })],
  ["{}", () => ({})],
  ["undefined", () => undefined],
  ["an aborted signal", () => ({ signal: AbortSignal.abort() })],
  ["a signal that aborts", () => ({ signal: AbortSignal.timeout(0), value: 1 })],
  ["a signal", () => ({ signal: new AbortController().signal, value: "later" })],
);
const lists: fc.Arbitrary<Sample[]> = fc.tuple(times, options, fc.constant(played("cleared", play)));

export default {
  surround: inTurns,
  share: 0.3,
  arguments: { "default[0]": fc.tuple(times), "default[1]": lists },
} satisfies ProofSettings;

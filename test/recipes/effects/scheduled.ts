import type { Surround } from "../proof/outcome.ts";
import { type Samples, among } from "../proof/sample.ts";

/** What a function that calls another one later may be given: one that writes down how it was called, or no function. */
export const scheduled: Samples = among(
  [
    "(...args) => args",
    ({ calls }) =>
      (...args: readonly unknown[]) =>
        void calls.push(args),
  ],
  ["undefined", () => undefined],
  ["null", () => null],
  ["'text'", () => "text"],
  ["{}", () => ({})],
);

/** Ends a call when everything it scheduled has run. */
export const untilRun: Surround = (call) => {
  const value = call();
  return new Promise((resolve) => setImmediate(resolve, value));
};

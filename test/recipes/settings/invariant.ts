import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const text = among(
  ["'plain'", () => "plain"],
  ["'%s of %s'", () => "%s of %s"],
  ["'%s%s%s%s%s%s%s'", () => "%s%s%s%s%s%s%s"],
  ["''", () => ""],
  ["undefined", () => undefined],
  ["'$& %s'", () => "$& %s"],
);
const condition = fc.oneof(among(["0", () => 0], ["false", () => false], ["1", () => 1]), anything);

export default {
  arguments: {
    default: fc.oneof(
      fc.tuple(condition, text, anything, anything),
      fc.tuple(condition, fc.oneof({ weight: 5, arbitrary: text }, anything)),
      fc.tuple(condition, text, ...Array.from({ length: 7 }, () => anything)),
      fc.tuple(condition),
    ),
  },
  deviations: [
    {
      note: "Where no text is given, the error has another.",
      example: () => [false],
      covers: ([, given]) => given === undefined,
    },
  ],
} satisfies ProofSettings;

import fc from "fast-check";
import { anything } from "../proof/hostile.ts";
import { among, sample } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const piece = fc.constantFrom(
  '"',
  "\\",
  "//",
  "/*",
  "*/",
  "/",
  "*",
  "\n",
  "\r\n",
  "\r",
  " ",
  "\t",
  "a",
  "é",
  "{",
  "😀",
);
const text = fc.array(piece, { maxLength: 16 }).map((all) => sample(JSON.stringify(all.join("")), () => all.join("")));
const options = among(
  ["{}", () => ({})],
  ["undefined", () => undefined],
  ["null", () => null],
  ["{ whitespace: false }", () => ({ whitespace: false })],
  ["{ whitespace: true }", () => ({ whitespace: true })],
  ["{ whitespace: undefined }", () => ({ whitespace: undefined })],
  ["{ whitespace: 0 }", () => ({ whitespace: 0 })],
);

export default {
  arguments: { default: fc.oneof(fc.tuple(text), fc.tuple(text, options), fc.tuple(anything)) },
  share: 4,
  deviations: [
    {
      note: "Options that are null fail by another message.",
      example: () => ["{}", null],
      covers: ([, given]) => given === null,
    },
  ],
} satisfies ProofSettings;

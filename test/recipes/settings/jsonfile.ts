import fc from "fast-check";
import { inFolderOfJson, jsonFile } from "../effects/json.ts";
import { anyPath } from "../effects/paths.ts";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const file = fc.oneof({ weight: 3, arbitrary: jsonFile }, anyPath);
const reading = among(
  ["{}", () => ({})],
  ["undefined", () => undefined],
  ["'utf8'", () => "utf8"],
  ["'latin1'", () => "latin1"],
  ["{ encoding: null }", () => ({ encoding: null })],
  ["{ throws: false }", () => ({ throws: false })],
  ["{ throws: undefined }", () => ({ throws: undefined })],
  ["{ throws: true, encoding }", () => ({ throws: true, encoding: "utf8" })],
  ["{ reviver }", () => ({ reviver: (key: string, value: unknown) => (key === "a" ? undefined : value) })],
  [
    "{ reviver that throws }",
    () => ({
      reviver: () => {
        throw new RangeError("no");
      },
    }),
  ],
);
const writing = among(
  ["{}", () => ({})],
  ["undefined", () => undefined],
  ["'latin1'", () => "latin1"],
  ["{ spaces: 2 }", () => ({ spaces: 2 })],
  ["{ spaces, EOL }", () => ({ spaces: "\t", EOL: "\r\n" })],
  ["{ EOL: '$&' }", () => ({ EOL: "$&", spaces: 1 })],
  ["{ finalEOL: false }", () => ({ finalEOL: false, mode: 0o600 })],
  ["{ flag: 'a' }", () => ({ flag: "a" })],
  ["{ replacer }", () => ({ replacer: (_key: string, value: unknown) => (value === 1 ? "one" : value) })],
  ["{ replacer: ['a'] }", () => ({ replacer: ["a"], spaces: 4 })],
);

export default {
  surround: inFolderOfJson,
  share: 0.3,
  arguments: {
    readFileSync: fc.oneof(fc.tuple(file), fc.tuple(file, reading)),
    writeFileSync: fc.oneof(fc.tuple(file, anything), fc.tuple(file, anything, writing)),
  },
  deviations: [
    {
      note: "A value that is no JSON fails by another message.",
      export: "writeFileSync",
      versions: "<6.2.1",
      example: () => ["value", undefined],
    },
  ],
} satisfies ProofSettings;

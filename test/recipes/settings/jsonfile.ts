import fc from "fast-check";
import { callback, inFolderAlone } from "../effects/folder.ts";
import { jsonFile, withJson } from "../effects/json.ts";
import { anyPath, noPath } from "../effects/paths.ts";
import { anything } from "../proof/hostile.ts";
import { among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const file = fc.oneof({ weight: 6, arbitrary: jsonFile }, { weight: 3, arbitrary: anyPath }, noPath);
const back = fc.constantFrom(callback(1), callback(2));
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

const reads = fc.oneof(fc.tuple(file), fc.tuple(file, reading));
const writes = fc.oneof(fc.tuple(file, anything), fc.tuple(file, anything, writing));

export default {
  surround: withJson(inFolderAlone),
  share: 0.3,
  arguments: {
    readFile: fc.oneof(reads, fc.tuple(file, back), fc.tuple(file, reading, back)),
    readFileSync: reads,
    writeFile: fc.oneof(writes, fc.tuple(file, anything, back), fc.tuple(file, anything, writing, back)),
    writeFileSync: writes,
  },
  deviations: [
    ...["writeFile", "writeFileSync"].map((name) => ({
      note: "A value that is no JSON fails by another message.",
      export: name,
      versions: "<6.2.1",
      example: () => ["value", undefined],
    })),
    {
      note: "Where too many files are open it fails with EMFILE at once, where graceful-fs, if it is there, tries for up to a minute.",
      test: "effects/jsonfile.test.ts",
    },
  ],
} satisfies ProofSettings;

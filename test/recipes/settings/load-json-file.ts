import fc from "fast-check";
import { inFolderOfJson, jsonFile } from "../effects/json.ts";
import { anyPath, noPath } from "../effects/paths.ts";
import { type Sample, among } from "../proof/sample.ts";
import type { ProofSettings } from "../proof/settings.ts";

const path: fc.Arbitrary<Sample> = fc.oneof({ weight: 8, arbitrary: jsonFile }, { weight: 3, arbitrary: anyPath });
const options = among(
  ["{}", () => ({})],
  ["undefined", () => undefined],
  ["null", () => null],
  ["5", () => 5],
  ["{ beforeParse }", () => ({ beforeParse: (text: string) => `[${text}, 1]` })],
  ["{ beforeParse: gives nothing }", () => ({ beforeParse: () => undefined })],
  ["{ beforeParse: 'no function' }", () => ({ beforeParse: "no function" })],
  ["{ reviver }", () => ({ reviver: (key: string, value: unknown) => (key === "a" ? undefined : value) })],
  ["{ reviver: 5 }", () => ({ reviver: 5 })],
  [
    "{ reviver that throws }",
    () => ({
      reviver: () => {
        throw new RangeError("no");
      },
    }),
  ],
);
const lists = fc.oneof(fc.tuple(fc.oneof({ weight: 4, arbitrary: path }, noPath)), fc.tuple(path, options));

/** Versions before 5 take no options, and ignore what they are given. */
const early = fc.oneof({ weight: 3, arbitrary: fc.tuple(path) }, lists);

export default {
  surround: inFolderOfJson,
  share: 0.3,
  arguments: {
    default: early,
    sync: early,
    loadJsonFile: lists,
    "loadJsonFileSync[0]": fc.tuple(path),
    "loadJsonFileSync[1]": lists,
  },
  deviations: [
    {
      note: "Where too many files are open it fails with EMFILE at once, instead of trying for up to a minute.",
      test: "effects/graceful.test.ts",
    },
    {
      note: "JSON that is broken fails as JSON.parse does, which does not name the file.",
      export: "sync",
      example: () => ["broken"],
    },
    {
      note: "Options that are null fail by another message.",
      export: "loadJsonFileSync",
      example: () => ["json", null],
      covers: ([, options]) => options === null,
    },
  ],
} satisfies ProofSettings;

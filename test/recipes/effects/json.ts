/** Files of JSON in a planted folder, of every kind that parsing tells apart. */
import { writeFileSync } from "node:fs";
import fc from "fast-check";
import type { Surround } from "../proof/outcome.ts";
import { type Samples, sample } from "../proof/sample.ts";
import { inFolder } from "./folder.ts";

const texts: Readonly<Record<string, string | Buffer>> = {
  json: '{ "a": [1, { "b": null }], "a b": -0 }\n',
  bom: '\uFEFF{ "a": 1 }',
  "two-boms": '\uFEFF\uFEFF{ "a": 1 }',
  bytes: Buffer.from([0x22, 0xff, 0xc3, 0x28, 0x22]),
  proto: '{ "__proto__": { "x": 1 }, "constructor": 2 }',
  empty: "",
  broken: '{ "a": 1,, }',
};

/** Names of those files. */
export const jsonFile: Samples = fc.constantFrom(...Object.keys(texts)).map((name) => sample(name, () => name));

/** Runs a call in a freshly planted folder that has those files too. */
export const inFolderOfJson: Surround = withJson(inFolder);

/** As another surround, with those files in the folder that a call runs in. */
export function withJson(surround: Surround): Surround {
  return (call, world) =>
    surround(() => {
      for (const [name, text] of Object.entries(texts)) writeFileSync(name, text);
      return call();
    }, world);
}

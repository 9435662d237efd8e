import assert from "node:assert/strict";
import { before, test } from "node:test";
import { installOriginals } from "../proof/originals.ts";
import { colourPackages, differencesIn, sampleCalls, subjectsOf, terminals } from "./terminals.ts";

before(installOriginals);

test("texts are coloured by the packages' own rules, in every terminal and with every flag", async () => {
  const subjects = await subjectsOf(...colourPackages);
  const calls = sampleCalls(300);
  const found: string[] = [];
  for (const terminal of terminals)
    for (const each of await differencesIn(terminal, subjects, calls))
      found.push(`${JSON.stringify(terminal)}: ${each}`);
  assert.deepEqual(found, []);
});

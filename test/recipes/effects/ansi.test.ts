import assert from "node:assert/strict";
import { before, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { rareTexts } from "../settings/strip-ansi.ts";

before(installOriginals);

/** True when the letters of one text are letters of the other, in the same order. */
function isWithin(part: string, whole: string): boolean {
  let at = 0;
  for (const unit of whole) if (at < part.length && part.startsWith(unit, at)) at += unit.length;
  return at === part.length;
}

for (const alias of ["strip-ansi-4.0.0", "strip-ansi-6.0.1"]) {
  test(`Node removes all that ${alias} removes, and nothing that is not there`, async () => {
    const original = listOriginals().find((each) => each.alias === alias);
    assert.ok(original !== undefined);
    const stripAnsi = (await loadOriginal(original, undefined, "default"))["default"] as (text: string) => string;
    fc.assert(
      fc.property(rareTexts, (text) => {
        const ours = stripVTControlCharacters(text);
        assert.ok(isWithin(ours, text));
        assert.ok(isWithin(ours, stripAnsi(text)), `${JSON.stringify(ours)} of ${JSON.stringify(stripAnsi(text))}`);
      }),
      { numRuns: 2000 },
    );
  });
}

/** A share of the thousand programs that every test run tries: two files have one each, for two cores. */
import assert from "node:assert/strict";
import { installOriginals } from "../recipes/proof/originals.ts";
import { fuzz } from "./fuzz.ts";
import { reportMistake } from "./report.ts";
import { describe } from "./tally.ts";
import { createCatalog } from "./world.ts";

/** Tries five hundred programs of the seeds from `seed` on. Fails with the smallest that breaks. */
export async function tryFiveHundred(seed: number): Promise<void> {
  await installOriginals();
  const { tally, mistakes } = await fuzz(await createCatalog(), { seed, programs: 500, mistakes: 1 });
  assert.equal(mistakes.map(reportMistake).join("\n"), "");
  assert.equal(tally.programs, 500);
  assert.ok(tally.whole > 350, `too few programs lose their packages:\n${describe(tally)}`);
  assert.ok(tally.kept < 75, `too many programs are left as they are:\n${describe(tally)}`);
}

/** Two thousand programs from fixed seeds; `npm run fuzz` tries any number of others. */
import assert from "node:assert/strict";
import { it } from "node:test";
import { installOriginals } from "../recipes/proof/originals.ts";
import { fuzz } from "./fuzz.ts";
import { reportMistake } from "./report.ts";
import { describe } from "./tally.ts";
import { createCatalog } from "./world.ts";

it("two thousand programs behave after a rewrite as they did before", async () => {
  await installOriginals();
  const { tally, mistakes } = await fuzz(await createCatalog(), { seed: 1_000_000, programs: 2000, mistakes: 3 });
  process.stdout.write(`${describe(tally)}\n`);
  assert.equal(mistakes.map(reportMistake).join("\n\n"), "");
  assert.ok(tally.whole > 1400, "too few programs lose their packages");
});

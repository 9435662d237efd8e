/** A share of the programs that every test run tries: two files have one each, for two cores. */
import assert from "node:assert/strict";
import { fuzz } from "./fuzz.ts";
import { packages } from "./packages.ts";
import { reportMistake } from "./report.ts";
import { describe, type Tally } from "./tally.ts";
import { createCatalog } from "./world.ts";

/** Tries the programs of so many seeds from `seed` on. Fails with the smallest that breaks. */
export async function tryPrograms(seed: number, count: number): Promise<Tally> {
  const { tally, mistakes } = await fuzz(await createCatalog(), {
    seed,
    programs: count,
    mistakes: count > 1000 ? 3 : 1,
  });
  assert.equal(mistakes.map(reportMistake).join("\n\n"), "");
  assert.equal(tally.programs, count);
  // A machine that is refused everywhere proves nothing.
  assert.ok(tally.whole > count * 0.55, `too few programs lose their packages:\n${describe(tally)}`);
  assert.ok(tally.kept < count * 0.25, `too many programs are left as they are:\n${describe(tally)}`);
  return tally;
}

/** Tries five thousand, in which nine of ten packages that programs can use go from some. */
export async function tryFiveThousand(seed: number): Promise<void> {
  const started = Date.now();
  const tally = await tryPrograms(seed, 5000);
  const seconds = Math.round((Date.now() - started) / 1000);
  process.stdout.write(
    `${describe(tally)}\nseeds from ${seed}, ${seconds} s, ${Math.round(5000 / seconds)} programs a second\n`,
  );
  const names = [...new Set(packages.map(({ name }) => name))];
  const staying = names.filter((name) => (tally.packages.get(name)?.gone ?? 0) === 0);
  assert.ok(staying.length < names.length / 10, `packages that went from no program: ${staying.join(", ")}`);
}

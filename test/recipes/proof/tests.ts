/** The proofs as tests. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import semver from "semver";
import { installOriginals, root } from "./originals.ts";
import { type Bench, benchesOf, compareCalls, proofOptions, proveRecipe } from "./prove.ts";
import { sample } from "./sample.ts";
import { type ShownDeviation, readSettings } from "./settings.ts";
import { type WrittenRecipe, readRecipes } from "./source.ts";

/**
 * Packages whose long proof has a process of its own, proof-<package>.full.ts: the two that take longest, two that change
 * globals, and extend, after whose proof V8 matches regular expressions by a path that takes gigabytes for long texts.
 */
export const alone = ["lodash", "lodash-es", "core-js", "extend", "web-streams-polyfill"];

/** Makes the tests of every recipe; of one package alone, or of a share of those that have no process of their own. */
export function proveInTests(only?: string | { readonly at: number; readonly of: number }): void {
  before(installOriginals);
  const recipes = readRecipes();
  if (only === undefined) return recipes.forEach(proveInTest);
  if (typeof only === "string") return recipes.filter(({ name }) => name === only).forEach(proveInTest);
  recipes
    .filter(({ name }) => !alone.includes(name))
    .filter((_, index) => index % only.of === only.at)
    .forEach(proveInTest);
}

function proveInTest(recipe: WrittenRecipe): void {
  test(`${recipe.name}: the replacement does what the package does on every input tried`, async (t) => {
    const proofs = await proveRecipe(recipe, proofOptions());
    const inputs = proofs.reduce((total, each) => total + each.inputs, 0);
    t.diagnostic(`${recipe.name}: ${inputs} inputs`);
    const found = proofs.flatMap((each) =>
      each.difference === undefined ? [] : [`${each.version} ${each.case}${each.difference}`],
    );
    assert.deepEqual(found, []);
  });

  test(`${recipe.name}: each declared deviation shows on its example`, async () => {
    const { deviations = [] } = await readSettings(recipe.name);
    const benches = await benchesOf(recipe);
    for (const shown of deviations) {
      if ("test" in shown) {
        const text = readFileSync(path.join(root, "test", "recipes", shown.test), "utf8");
        assert.ok(text.includes(JSON.stringify(shown.note)), `${shown.test} does not show "${shown.note}"`);
        continue;
      }
      const places = benches.filter((bench) => isPlaceOf(shown, bench));
      assert.notEqual(places.length, 0, `no version and export shows "${shown.note}"`);
      for (const bench of places) await assertShows(bench, shown);
    }
  });
}

function isPlaceOf(shown: ShownDeviation, bench: Bench): boolean {
  const hasNote = bench.deviations.some((each) => each.note === shown.note);
  const isVersion = semver.satisfies(bench.version, shown.versions ?? "*");
  const isExport = [bench.key, ...bench.others].includes(shown.export ?? "default");
  return hasNote && isVersion && isExport && bench.index === (shown.case ?? bench.last) && bench.runsHere;
}

async function assertShows(bench: Bench, shown: ShownDeviation): Promise<void> {
  const count = shown.example().length;
  const samples = Array.from({ length: count }, (_, index) =>
    sample(`argument ${index}`, () => shown.example()[index]),
  );
  const difference = await compareCalls(bench, samples, { strict: true });
  assert.notEqual(difference, undefined, `${bench.version}: "${shown.note}" does not show on its example`);
  const severity = bench.deviations.find((each) => each.note === shown.note)?.severity;
  if (severity === "message" && shown.covers === undefined)
    assert.equal(await compareCalls(bench, samples), undefined, `${shown.note}: more than an error differs`);
}

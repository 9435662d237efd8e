import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { bisect } from "../../../src/apply/verify/bisect.ts";

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

/** Bisects a command that fails as soon as all packages of one of these groups are gone. */
async function search(packages: readonly string[], groups: readonly (readonly string[])[]) {
  const runs: (readonly string[])[] = [];
  const passes = (going: readonly string[]) => !groups.some((group) => group.every((name) => going.includes(name)));
  assert.ok(!passes(packages));
  const found = await bisect(packages, "exit code 1", async (going) => {
    runs.push(going);
    return passes(going) ? { passed: true } : { passed: false, reason: "exit code 1" };
  });
  return { ...found, runs, guilty: found.guilty.map((one) => one.package), passes, details: found.guilty };
}

test("one guilty package of sixteen is found in four runs, and a fifth tries all the others", async () => {
  for (const guilty of names(15)) {
    const found = await search(names(16), [[guilty]]);
    assert.deepEqual(found.guilty, [guilty]);
    assert.equal(found.runs.length, 5, guilty);
    assert.equal(found.innocent.length, 15);
  }
});

test("the last of them needs no run more, as all before it have passed together", async () => {
  assert.equal((await search(names(16), [["p15"]])).runs.length, 4);
});

test("the only package there is needs no run at all", async () => {
  const found = await search(["p0"], [["p0"]]);
  assert.deepEqual([found.guilty, found.innocent, found.runs], [["p0"], [], []]);
});

test("two guilty ones are both found, and what passed before is not tried again", async () => {
  const found = await search(names(16), [["p3"], ["p12"]]);
  assert.deepEqual(found.guilty, ["p3", "p12"]);
  assert.ok(found.runs.length <= 10, String(found.runs.length));
});

test("of two that fail only together the later one is put back, with what it fails beside", async () => {
  const found = await search(names(8), [["p1", "p6"]]);
  assert.deepEqual(found.details, [
    { package: "p6", passedWithout: ["p0", "p1", "p2", "p3", "p4", "p5"], reason: "exit code 1" },
  ]);
  assert.equal(found.innocent.length, 7);
});

test("what is left passes, nobody is put back in vain, and each costs at most log2(n) + 1 runs", async () => {
  const cases = fc.integer({ min: 1, max: 20 }).chain((count) =>
    fc.record({
      packages: fc.constant(names(count)),
      groups: fc.array(fc.uniqueArray(fc.constantFrom(...names(count)), { minLength: 1, maxLength: 3 }), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  );
  await fc.assert(
    fc.asyncProperty(cases, async ({ packages, groups }) => {
      const { guilty, innocent, runs, passes } = await search(packages, groups);
      assert.deepEqual([...guilty, ...innocent].sort(), [...packages].sort());
      assert.ok(passes(innocent));
      for (const name of guilty) assert.ok(!passes([...innocent, name]), `${name} could have gone`);
      assert.ok(runs.every((going) => going.length > 0 && going.length < packages.length));
      assert.ok(runs.length <= guilty.length * (Math.ceil(Math.log2(packages.length)) + 1));
    }),
    { numRuns: 300 },
  );
});

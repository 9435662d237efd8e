import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { compareAnalyses } from "../../src/analyze/compare.ts";
import { fleetOf } from "../../src/analyze/fleet.ts";
import { readSavedAnalysis } from "../../src/analyze/saved.ts";
import { createDisk } from "../../src/project/disk.ts";
import { reportAnalysis } from "../../src/report/analysis/report.ts";
import { reportComparison } from "../../src/report/comparison/report.ts";
import { reportFleet } from "../../src/report/fleet/report.ts";
import { tree } from "../project/tree.ts";
import { analysisOf, dependency, footprintOf } from "./results.ts";

const quay = analysisOf(
  [
    dependency("left-pad", { lines: 3 }),
    dependency("chalk", { removal: "allowed", footprint: footprintOf(["chalk@4.0.0", "ansi-styles@4.0.0"]) }),
    dependency("express", { removal: "no", verdict: "keep" }),
  ],
  { name: "quay" },
);
const pier = analysisOf(
  [
    dependency("left-pad", { lines: 4 }),
    dependency("chalk", { removal: "automatic", footprint: { known: false, reason: "no lockfile" } }),
    dependency("rimraf", { removal: "automatic" }),
    dependency("rimraf", { removal: "no", workspace: "tools" }),
  ],
  { name: "pier" },
);

test("a fleet ranks packages by the repositories they would leave, then by what goes by itself", () => {
  const fleet = fleetOf([quay, pier]);
  assert.deepEqual(
    fleet.packages.map(({ name, removable, automatic, frees, unknown, lines }) => [
      name,
      removable,
      automatic,
      frees,
      unknown,
      lines,
    ]),
    [
      ["left-pad", ["quay", "pier"], ["quay", "pier"], 2, 0, 7],
      ["chalk", ["quay", "pier"], ["pier"], 2, 1, 2],
    ],
  );
});

test("a package leaves a repository when it leaves all of its workspaces", () => {
  assert.ok(!fleetOf([pier]).packages.some(({ name }) => name === "rimraf"));
});

test("repositories of one name are told apart", () => {
  assert.deepEqual(fleetOf([quay, quay]).repositories, ["quay", "quay (2)"]);
});

test("a fleet is a table: what is unknown of a sum is a plus, not a zero", () => {
  const text = reportFleet(fleetOf([quay, pier]), "terminal");
  assert.match(text, /^2 packages could leave 2 repositories\.\n\n/);
  assert.match(text, /chalk +2 +2 +1 +2\+ +2\n/);
  assert.match(reportFleet(fleetOf([quay, pier]), "markdown"), /\| `left-pad` \| 2 \| 2 \| 2 \| 2 \| 7 \|/);
  assert.equal(reportFleet(fleetOf([]), "terminal"), "No direct dependency of no repositories can go.\n");
});

test("a comparison tells what went, what came, and what is judged otherwise", () => {
  const before = analysisOf([dependency("a"), dependency("b", { removal: "manual" })], {
    totals: { ...quay.totals, packages: 9 },
  });
  const now = analysisOf([dependency("b"), dependency("c", { removal: "no" })], {
    totals: { ...quay.totals, packages: 7 },
  });
  const result = compareAnalyses(before, now);
  assert.deepEqual(
    [result.gone, result.added, result.changed].map((list) => list.map(({ name }) => name)),
    [["a"], ["c"], ["b"]],
  );
  const text = reportComparison({ ...result, supplyChain: null }, "terminal");
  assert.match(text, /^1 dependency gone, 1 new: 9 packages before, 7 now\./);
  assert.match(text, /\nThe earlier report has no facts of the supply chain to compare with\.\n/);
  assert.match(text, /Judged otherwise\n {2}b {2}by hand before, automatic now/);
  assert.match(reportComparison({ ...result, supplyChain: null }, "markdown"), /### Gone\n\n- `a`\n/);
});

test("what analyze --json wrote is read back", (context: TestContext) => {
  const root = tree(context, { "quay.json": reportAnalysis(quay, "json"), "pier.json": reportAnalysis(pier, "json") });
  const disk = createDisk(root);
  const saved = ["quay.json", "pier.json"].map((path) => readSavedAnalysis(disk, path));
  assert.deepEqual(fleetOf(saved), fleetOf([quay, pier]));
});

test("a file that is no analysis is told with its path", (context: TestContext) => {
  const files = {
    "a.json": "{",
    "b.json": { schema: 2 },
    "c.json": { schema: 1, name: "c", totals: {}, dependencies: [{ name: "x" }] },
  };
  const disk = createDisk(tree(context, files));
  assert.throws(() => readSavedAnalysis(disk, "a.json"), { kind: "usage", path: "a.json", line: 1 });
  for (const path of ["b.json", "c.json"])
    assert.throws(() => readSavedAnalysis(disk, path), { kind: "usage", path, message: /no analysis/ });
  assert.throws(() => readSavedAnalysis(disk, "d.json"), { kind: "usage", path: "d.json", message: /cannot be read/ });
});

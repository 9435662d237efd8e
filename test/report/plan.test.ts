import assert from "node:assert/strict";
import { test } from "node:test";
import { findKept, getExitCode } from "../../src/report/exit.ts";
import { plainText } from "../../src/report/options.ts";
import { reportPlan } from "../../src/report/plan/summary.ts";
import { packagePlan, planOf, usageAt } from "./results.ts";

const refusing = packagePlan("rimraf", {
  outcome: "stay",
  reasons: [
    "src/clean.ts:2:7: a glob is not expanded",
    "a glob is not expanded",
    "eslint.config.js could not be parsed",
  ],
  usages: [2, 9].map((line) =>
    usageAt("src/clean.ts", line, { kind: "refuse", reason: "a glob is not expanded" }, "rimraf"),
  ),
});

test("names every refusal with file, line, column, source and reason", () => {
  assert.equal(
    reportPlan(planOf([refusing]), plainText),
    [
      "Stays: 1 package",
      "  rimraf",
      "    a glob is not expanded",
      "      src/clean.ts:2:7  const padded = leftPad(value, 2);",
      "      src/clean.ts:9:7  const padded = leftPad(value, 9);",
      "    eslint.config.js could not be parsed",
      "",
    ].join("\n"),
  );
});

test("lists what goes, with the types that go with it and the helpers that come", () => {
  const plan = planOf([packagePlan("left-pad")], {
    files: [{ path: "src/a.ts", before: "a", after: "b", edits: [], packages: ["left-pad"] }],
    newFiles: [{ path: "src/left-pad.ts", text: "export {};\n", packages: ["left-pad"] }],
    removals: [
      { manifest: "package.json", name: "left-pad", package: "left-pad" },
      { manifest: "package.json", name: "@types/left-pad", package: "left-pad" },
    ],
  });
  assert.match(
    reportPlan(plan, plainText),
    /^Goes: 1 package; 1 source file changed, 1 helper added, @types\/left-pad\s+removed with it\n/,
  );
  assert.match(reportPlan(plan, plainText), /left-pad +1 +String\.prototype\.padStart/);
});

test("tells commands of npm scripts from source files", () => {
  const edit = { start: 0, end: 1, text: "b" };
  const plan = planOf([packagePlan("rimraf")], {
    files: [{ path: "packages/a/package.json", before: "aa", after: "bb", edits: [edit, edit], packages: ["rimraf"] }],
  });
  assert.match(reportPlan(plan, plainText), /^Goes: 1 package; 2 commands of npm scripts\s+rewritten\n/);
});

test("deviations are shown by severity, what a program could notice first", () => {
  const deviations = [
    { severity: "message", note: "another error text" },
    { severity: "observable", note: "NaN is a number" },
    { severity: "quirk", note: "no octal" },
  ] as const;
  const text = reportPlan(planOf([packagePlan("is-number", { deviations })]), plainText);
  assert.match(
    text,
    /What differs afterwards\n  A program could notice\n    is-number: NaN is a number\n  A quirk .*\n    is-number: no octal\n  Only .*\n    is-number: another error text/,
  );
});

test("what stays does not differ", () => {
  const deviations = [{ severity: "observable", note: "NaN is a number" }] as const;
  assert.doesNotMatch(reportPlan(planOf([{ ...refusing, deviations }]), plainText), /NaN/);
});

test("an empty plan says that there is nothing to remove", () => {
  assert.equal(reportPlan(planOf([]), plainText), "Nothing to remove.\n");
});

test("a package asked for by name that stays is a finding; one that nobody named is not", () => {
  const plan = planOf([packagePlan("left-pad"), refusing]);
  assert.equal(getExitCode({ kind: "plan", plan, names: [], partial: false }), 0);
  assert.equal(getExitCode({ kind: "plan", plan, names: ["left-pad"], partial: false }), 0);
  assert.equal(getExitCode({ kind: "plan", plan, names: ["left-pad", "rimraf"], partial: false }), 1);
  assert.deepEqual(findKept(plan, ["left-pad", "rimraf"], false), ["rimraf"]);
});

test("part of a package is enough only when parts were asked for", () => {
  const plan = planOf([packagePlan("rimraf", { outcome: "partial" })]);
  assert.equal(getExitCode({ kind: "plan", plan, names: ["rimraf"], partial: true }), 0);
  assert.equal(getExitCode({ kind: "plan", plan, names: ["rimraf"], partial: false }), 1);
});

test("a report is fine whatever it says, a budget that is over is a finding, a change nobody confirmed did not run", () => {
  assert.equal(getExitCode({ kind: "report" }), 0);
  assert.equal(getExitCode({ kind: "budget", result: { over: true } }), 1);
  assert.equal(getExitCode({ kind: "budget", result: { over: false } }), 0);
  assert.equal(getExitCode({ kind: "unconfirmed" }), 2);
  const kept = [{ limit: "packages", workspace: undefined, allowed: 1, actual: 2 }] as const;
  const baseline = { path: "", created: false, recorded: 0, removed: [], accepted: [], refused: [] } as const;
  const update = { kept: [], baseline };
  assert.equal(getExitCode({ kind: "budget-update", update }), 0);
  assert.equal(getExitCode({ kind: "budget-update", update: { ...update, kept } }), 1);
  const one = { identity: "a", name: "a", versions: [], chain: undefined, installScript: false, bytes: 0 } as const;
  const refused = { ...baseline, refused: [one] };
  assert.equal(getExitCode({ kind: "budget-update", update: { ...update, baseline: refused } }), 1);
});

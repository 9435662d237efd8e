import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Validator } from "@cfworker/json-schema";
import type { BudgetResult, Finding, Measurement, NamedPackage } from "../../src/budget/result.ts";
import { reportBudget, type BudgetFormat } from "../../src/report/budget/report.ts";
import { readSarifSchema, type SarifLog } from "./sarif-schema.ts";

/** Everything a result can hold at once, with names that every format has to escape. */

const place = { path: 'pack ages/a&"b/package.json', line: 7, column: 5 };
const hostile = 'e<v>i&l"%\u0007\n::error::';
const measurement: Measurement = {
  limit: "packages",
  workspace: undefined,
  allowed: 1,
  actual: 3,
  before: 2,
  over: 2,
  place,
  holders: [{ name: "web", workspaces: [""], amount: 2, place: undefined }],
};
const within: Measurement = {
  ...measurement,
  limit: "direct",
  workspace: "packages/a",
  over: 0,
  holders: [],
  place: undefined,
};
const added: Measurement = { ...measurement, limit: "newPackages", allowed: 0, before: undefined, place: undefined };
const unasked: Measurement = {
  ...within,
  limit: "megabytes",
  allowed: undefined,
  actual: undefined,
  before: undefined,
};

function packageOf(name: string, facts: Partial<NamedPackage> = {}): NamedPackage {
  const chain = { workspace: "", packages: ["web@1.0.0", `${name}@2.0.0`], place };
  return { identity: name, name, versions: ["2.0.0"], chain, installScript: true, bytes: 1200, ...facts };
}

const findings: Finding[] = [
  { kind: "limit", measurement },
  { kind: "new", package: packageOf(hostile) },
  { kind: "new", package: packageOf("lost", { chain: undefined, installScript: "unknown", bytes: undefined }) },
  { kind: "denied", package: packageOf("denied"), reason: "<stolen>", place },
  { kind: "expired", pattern: "@s/*", expires: "2026-01-01", reason: "once", place: { ...place, line: 9 } },
];
const full: BudgetResult = {
  schema: 1,
  source: "package-lock.json",
  settings: "package.json",
  configured: true,
  over: true,
  measurements: [measurement, within, added, unasked],
  findings,
  baseline: { path: "shrinkdeps.baseline.json", recorded: 9, gone: ["gone"] },
  difference: {
    ref: "main",
    commit: "0123456789abcdef0123456789abcdef01234567",
    added: [packageOf(hostile)],
    removed: [{ identity: "gone", versions: ["1.0.0"] }],
    gainedScripts: [packageOf("lost", { chain: undefined })],
  },
  exceptions: [{ pattern: "b", expires: "2027-01-01", reason: "soon" }],
};
const fine: BudgetResult = {
  ...full,
  over: false,
  findings: [],
  difference: undefined,
  baseline: undefined,
  measurements: [within],
};
const nothing: BudgetResult = { ...fine, configured: false, measurements: [unasked], exceptions: [] };
const results = [full, fine, nothing];

async function json(result: BudgetResult, format: BudgetFormat): Promise<unknown> {
  return JSON.parse(await reportBudget(result, format, { prefix: "apps/shop/" }));
}

test("JSON is as its schema says, whatever the result", async () => {
  const text = readFileSync(new URL("../../../src/report/budget.schema.json", import.meta.url), "utf8");
  const validator = new Validator(JSON.parse(text), "2020-12", false);
  for (const result of results) {
    const written = await json(result, "json");
    assert.deepEqual(validator.validate(written).errors, []);
    assert.deepEqual(written, JSON.parse(JSON.stringify(result, (_, value: unknown) => value ?? null)));
  }
  assert.equal(validator.validate({ schema: 1, extra: 1 }).valid, false);
  const written: unknown = JSON.parse(
    (await reportBudget(full, "json")).replaceAll('"kind": "limit"', '"kind": "limits"'),
  );
  assert.equal(validator.validate(written).valid, false);
});

test("SARIF is as the schema of SARIF 2.1.0 says, whatever the result", async () => {
  const validator = await readSarifSchema();
  for (const result of results) assert.deepEqual(validator.validate(await json(result, "sarif")).errors, []);
  assert.equal(validator.validate({ version: "2.1.0", runs: [{}] }).valid, false);
});

test("SARIF has a result for each finding, with a path from the root of the repository and a rule of its own", async () => {
  const log: SarifLog = JSON.parse(await reportBudget(full, "sarif", { prefix: "apps/shop/" }));
  const [run] = log.runs;
  assert.equal(run?.results.length, findings.length);
  for (const { ruleId, ruleIndex } of run?.results ?? []) assert.equal(run?.tool.driver.rules[ruleIndex]?.id, ruleId);
  const { artifactLocation, region } = run?.results[0]?.locations[0]?.physicalLocation ?? {};
  assert.equal(artifactLocation?.uri, "apps/shop/pack%20ages/a%26%22b/package.json");
  assert.deepEqual(region, { startLine: 7, startColumn: 5 });
});

test("GitLab gets a finding each, whose fingerprint is its own and stays while the place moves", async () => {
  const read = async (result: BudgetResult): Promise<Issue[]> => JSON.parse(await reportBudget(result, "gitlab"));
  const issues = await read(full);
  assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, findings.length);
  for (const issue of issues) {
    assert.deepEqual(Object.keys(issue).sort(), ["check_name", "description", "fingerprint", "location", "severity"]);
    assert.match(issue.description, /^[^\n\u0007]+$/);
    assert.ok(["info", "minor", "major", "critical", "blocker"].includes(issue.severity));
    assert.ok(issue.location.lines.begin >= 1 && issue.location.path.length > 0);
  }
  const moved = await read({
    ...full,
    findings: [{ kind: "limit", measurement: { ...measurement, place: { ...place, line: 9 }, actual: 4 } }],
  });
  assert.equal(moved[0]?.fingerprint, issues[0]?.fingerprint);
  assert.deepEqual(await read(fine), []);
});

interface Issue {
  readonly description: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { path: string; lines: { begin: number } };
}

test("JUnit has a case for each limit, fails those that are exceeded, and is well formed", async () => {
  const xml = await reportBudget(full, "junit");
  assert.deepEqual(elementsOf(xml), {
    testsuites: 1,
    testsuite: 1,
    testcase: 5,
    failure: 4,
  });
  assert.match(xml, /<testsuite name="budget" tests="5" failures="4" errors="0" skipped="0">/);
  assert.match(xml, /name="at most 1 direct dependencies of packages\/a"\/>/);
  assert.match(xml, /name="at most 0 new packages">\n +<failure type="new-package" message="2 findings">/);
  assert.match(xml, /e&lt;v&gt;i&amp;l&quot;%\\u0007\\u000a::error:: 2\.0\.0 is new/);
  assert.deepEqual(elementsOf(await reportBudget(fine, "junit")), { testsuites: 1, testsuite: 1, testcase: 1 });
  assert.match(await reportBudget(nothing, "junit"), /<testcase classname="shrinkdeps.budget" name="No budget is set/);
});

/** Elements by name; fails when tags do not nest or text holds what XML forbids. */
function elementsOf(xml: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const open: string[] = [];
  assert.ok(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n'));
  const body = xml.slice(xml.indexOf("\n"));
  const rest = body.replace(
    /<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/g,
    (_, end: string, name: string, _attributes, empty: string) => {
      if (end === "/") assert.equal(open.pop(), name);
      else counts[name] = (counts[name] ?? 0) + 1;
      if (end === "" && empty === "") open.push(name);
      return "";
    },
  );
  assert.deepEqual(open, []);
  assert.doesNotMatch(body, /&(?!(?:amp|lt|gt|quot|apos);)/);
  assert.doesNotMatch(rest, /[<>\u0000-\u0008\u000b-\u001f]/);
  return counts;
}

test("annotations are one for each line to look at, with the runner's escapes, and at most ten", async () => {
  const text = await reportBudget(full, "github", { prefix: "apps/shop/" });
  const lines = text.trimEnd().split("\n");
  assert.equal(lines.length, 3);
  assert.match(
    lines[0] ?? "",
    /^::error file=apps\/shop\/pack ages\/a&"b\/package\.json,line=7,col=5,title=shrinkdeps budget::3 findings:%0A/,
  );
  assert.match(lines[0] ?? "", /%0Ae<v>i&l"%25\\u0007\\u000a::error:: 2\.0\.0 is new/);
  assert.match(lines[1] ?? "", /^::error file=apps\/shop\/package\.json,line=1,col=1,/);
  const many = Array.from({ length: 12 }, (_, line): Finding => {
    const at = { ...place, line: line + 1 };
    return { kind: "new", package: packageOf(`p${line}`, { chain: { workspace: "", packages: [], place: at } }) };
  });
  const limited = (await reportBudget({ ...full, findings: many }, "github")).trimEnd().split("\n");
  assert.equal(limited.length, 10);
  assert.match(limited[9] ?? "", /::and 3 more places;/);
});

test("Markdown shows names as they are, and what changed as tables", async () => {
  const text = await reportBudget(full, "markdown");
  assert.match(text, /^## Over budget\n\n\|  \| before \| today \| agreed \| over \|\n/);
  assert.match(text, /Since `main` \(`0123456789ab`\) this change adds 1 package and removes 1 package\./);
  assert.match(text, /\| removed \| versions \|\n\| --- \| --- \|\n\| `gone` \| 1\.0\.0 \|/);
  assert.doesNotMatch(text.replaceAll(/`[^`]*`/g, ""), /\u0007|(?<!\\)[<>]/);
});

test("the terminal names what is new, denied and ended, and the command that agrees on it", async () => {
  const text = await reportBudget(full, "terminal");
  assert.match(
    text,
    /^Over budget: 3 packages, 2 more than the 1 agreed, 2 new packages, 1 denied package and 1 exception/,
  );
  assert.match(text, /denied 2\.0\.0 is denied: <stolen>/);
  assert.match(text, /the exception for @s\/\* ended on 2026-01-01: once/);
  assert.match(
    text,
    /1 package of shrinkdeps\.baseline\.json is gone; --update takes it out\n {2}b is not counted until 2027-01-01/,
  );
  assert.match(text, /shrinkdeps budget --update --accept lost --reason "…"/);
  const short = await reportBudget(
    { ...full, findings: [findings[1] ?? assert.fail()], difference: undefined },
    "terminal",
  );
  assert.match(short, /New, and not agreed on\n/);
});

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test, type TestContext } from "node:test";
import { Validator } from "@cfworker/json-schema";
import { audit } from "../../src/audit/audit.ts";
import { severities, type AuditResult, type CheckName, type Finding } from "../../src/audit/finding.ts";
import { readProject } from "../../src/project/read.ts";
import { reportAudit, type AuditFormat } from "../../src/report/audit/report.ts";
import { checkLimits, checkTitles } from "../../src/report/audit/words.ts";
import { makeProject, shrinkdeps } from "../cli/command.ts";
import { readSarifSchema, type SarifLog } from "./sarif-schema.ts";

const hostile = 'e<v>i&l"%\u0007\n::error::';

function finding(check: CheckName, more: Partial<Finding> = {}): Finding {
  return { check, severity: "high", subject: "npx cowsay", message: "it fetches", path: "package.json", ...more };
}

const full: AuditResult = {
  schema: 1,
  name: hostile,
  online: true,
  since: { ref: "main", commit: "0123456789abcdef0123456789abcdef01234567", before: 3 },
  checks: [
    {
      check: "run-time-downloads",
      findings: [
        finding("run-time-downloads", { line: 7, advice: "pin it", path: 'ci "x"/a b.yml' }),
        finding("run-time-downloads", { line: 9, severity: "low" }),
        finding("run-time-downloads", { line: 9, severity: "low" }),
      ],
      unknown: [],
    },
    {
      check: "install-scripts",
      findings: [finding("install-scripts", { severity: "medium", subject: hostile, message: hostile })],
      unknown: ["whether 3 have one", hostile],
    },
    { check: "ranges", findings: [finding("ranges", { severity: "info", subject: "5 ranges" })], unknown: [] },
  ],
};
const nothing: AuditResult = { schema: 1, name: "ferry", checks: [] };

function render(result: AuditResult, format: AuditFormat): string {
  return reportAudit(result, format, { prefix: "apps/shop/" });
}

const schemaText = readFileSync(new URL("../../../src/report/audit.schema.json", import.meta.url), "utf8");
const validator = new Validator(JSON.parse(schemaText), "2020-12", false);

test("JSON of an audit is as its schema says, each check with what it does not claim", (context) => {
  const files = { "package.json": { name: "ferry", dependencies: { a: "*" }, scripts: { go: "npx cowsay" } } };
  const real = audit(readProject(makeProject(context, files)));
  for (const result of [full, nothing, real])
    assert.deepEqual(validator.validate(JSON.parse(render(result, "json"))).errors, []);
  const told = JSON.parse(render(full, "json"));
  assert.deepEqual(
    told.checks.map(({ limit }: { limit: string }) => limit),
    full.checks.map(({ check }) => checkLimits[check]),
  );
  const { checks: _, ...rest } = told;
  for (const change of [{ ...told, extra: 1 }, { ...told, schema: 2 }, rest, { ...told, checks: [{ check: "other" }] }])
    assert.equal(validator.validate(change).valid, false);
});

test("the schema of an audit knows every check and severity", () => {
  const schema = JSON.parse(schemaText);
  assert.deepEqual([...schema.$defs.checkName.enum].sort(), Object.keys(checkTitles).sort());
  assert.deepEqual(schema.$defs.finding.properties.severity.enum, severities);
});

test("SARIF of an audit is as the schema of SARIF 2.1.0 says", async () => {
  const schema = await readSarifSchema();
  for (const result of [full, nothing])
    assert.deepEqual(schema.validate(JSON.parse(render(result, "sarif"))).errors, []);
});

test("SARIF has a result for each finding, facts as such, and what is not known as a notification", () => {
  const log: SarifLog & { runs: readonly { invocations?: readonly object[] }[] } = JSON.parse(render(full, "sarif"));
  const results = log.runs[0]?.results ?? [];
  assert.deepEqual(
    results.map(({ ruleId, level, locations: [location] }) => {
      const { artifactLocation, region } = location?.physicalLocation ?? assert.fail();
      return `${level} ${ruleId} ${artifactLocation.uri}:${region.startLine}`;
    }),
    [
      "error run-time-downloads apps/shop/ci%20%22x%22/a%20b.yml:7",
      "warning install-scripts apps/shop/package.json:1",
      "note run-time-downloads apps/shop/package.json:9",
      "note run-time-downloads apps/shop/package.json:9",
      "none ranges apps/shop/package.json:1",
    ],
  );
  assert.equal(results[0]?.message.text, "npx cowsay: it fetches; pin it");
  assert.equal(new Set(results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints))).size, 5);
  const rules = log.runs[0]?.tool.driver.rules ?? [];
  for (const { ruleId, ruleIndex } of results) assert.equal(rules[ruleIndex]?.id, ruleId);
  assert.ok(JSON.stringify(rules).includes(checkLimits.ranges), "what a rule does not claim");
  assert.deepEqual(log.runs[0]?.invocations, [
    {
      executionSuccessful: true,
      toolExecutionNotifications: ["whether 3 have one", 'e<v>i&l"%\\u0007\\u000a::error::'].map((text) => ({
        level: "note",
        message: { text },
      })),
    },
  ]);
  assert.deepEqual(JSON.parse(render(nothing, "sarif")).runs[0].results, []);
});

test("annotations show what is to be done at its line, and no facts; nothing of a project ends a command", () => {
  const lines = render(full, "github").trimEnd().split("\n");
  assert.deepEqual(lines.slice(1), [
    '::error file=apps/shop/ci "x"/a b.yml,line=7,col=1,title=shrinkdeps audit::npx cowsay: it fetches; pin it',
    '::warning file=apps/shop/package.json,line=1,col=1,title=shrinkdeps audit::e<v>i&l"%25\\u0007\\u000a::error::: e<v>i&l"%25\\u0007\\u000a::error::',
    "::notice file=apps/shop/package.json,line=9,col=1,title=shrinkdeps audit::2 findings:%0Anpx cowsay: it fetches%0Anpx cowsay: it fetches",
    '::notice title=shrinkdeps audit::Not known:%0Awhether 3 have one%0Ae<v>i&l"%25\\u0007\\u000a::error::',
  ]);
  assert.match(
    lines[0] ?? "",
    /Since main \(0123456789ab\) this change brings 1 high, 1 medium and 2 low; 3 findings there before\./,
  );
  assert.equal(render(nothing, "github"), "::notice title=shrinkdeps audit::Nothing found to act on.\n");
});

test("every format tells every finding, and what is not known", () => {
  for (const format of ["terminal", "json", "markdown", "sarif", "github"] as const) {
    const text = render(full, format).replaceAll("\\_", "_");
    assert.ok(text.includes("npx cowsay") && text.includes("it fetches"), format);
    assert.ok(text.includes("whether 3 have one"), format);
  }
});

test("the command line writes them", async (context: TestContext) => {
  const root = makeProject(context, { "package.json": { name: "ferry", scripts: { go: "npx cowsay" } } });
  const sarif = await shrinkdeps(root, ["audit", "--format", "sarif"]);
  assert.equal(sarif.code, 1);
  assert.equal(JSON.parse(sarif.stdout).version, "2.1.0");
  assert.match(
    (await shrinkdeps(root, ["audit", "--format", "github"])).stdout,
    /^::error file=package\.json,line=\d+/m,
  );
});

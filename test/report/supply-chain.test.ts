/** What the audit found, as every format of an analysis tells it: the same facts in each. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Validator } from "@cfworker/json-schema";
import { readSavedAnalysis } from "../../src/analyze/saved.ts";
import { severities, type AuditResult, type Severity } from "../../src/audit/finding.ts";
import { createDisk } from "../../src/project/disk.ts";
import { reportAnalysis } from "../../src/report/analysis/report.ts";
import { reportAudit } from "../../src/report/audit/report.ts";
import { checkLimits } from "../../src/report/audit/words.ts";
import { makeProject, shrinkdeps } from "../cli/command.ts";
import { bigShop } from "../cli/shop.ts";
import { analysisOf, dependency, usageAt } from "./results.ts";
import { readSarifSchema, type SarifLog } from "./sarif-schema.ts";

const files = {
  ...bigShop,
  "package.json": {
    ...bigShop["package.json"],
    dependencies: { ...bigShop["package.json"].dependencies, quay: "git+https://host.example/quay.git#main" },
    scripts: { go: "npx cowsay", start: "npx --yes figlet" },
  },
};

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../src/report/${name}.schema.json`, import.meta.url), "utf8"));

const levels: Record<Severity, string> = { high: "error", medium: "warning", low: "note", info: "none" };

test("every format of an analysis tells as many facts of each severity as the audit", async (context) => {
  const root = makeProject(context, files);
  const write = async (...argv: string[]) => (await shrinkdeps(root, argv)).stdout;
  const audit: AuditResult = JSON.parse(await write("audit", "--format", "json", "--fail-on", "never"));
  const findings = audit.checks.flatMap((check) => check.findings);
  const counts = severities.map((severity) => findings.filter((one) => one.severity === severity).length);
  assert.ok(
    counts.every((count) => count > 0),
    "the project has some of each",
  );

  const json = JSON.parse(await write("analyze", "--json"));
  assert.deepEqual(json.supplyChain, audit);
  assert.deepEqual(new Validator(schemaOf("analysis"), "2020-12", false).validate(json).errors, []);

  const sarif: SarifLog & { runs: readonly { invocations?: object[] }[] } = JSON.parse(
    await write("analyze", "--format", "sarif"),
  );
  assert.deepEqual((await readSarifSchema()).validate(sarif).errors, []);
  const { results, tool } = sarif.runs[0] ?? assert.fail();
  for (const { ruleId, ruleIndex } of results) assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
  const facts = results.filter(({ ruleId }) => ruleId in checkLimits);
  assert.ok(facts.length < results.length, "the facts come beside the notices of the analysis");
  assert.deepEqual(
    severities.map((severity) => facts.filter(({ level }) => level === levels[severity]).length),
    counts,
  );
  assert.ok(JSON.stringify(tool.driver.rules).includes(checkLimits.sources), "what a rule does not claim");
  const alone = JSON.parse(await write("audit", "--format", "sarif", "--fail-on", "never"));
  assert.deepEqual(sarif.runs[0]?.invocations, alone.runs[0].invocations, "what is not known");

  const page = await write("analyze", "--format", "html");
  assert.deepEqual(
    severities.map((severity) => page.split(`<td class="${severity}">`).length - 1),
    counts,
  );

  const [high, medium, low] = counts;
  const sum = `Found ${high} high, ${medium} medium and ${low} low.`;
  assert.ok((await write("analyze", "--format", "markdown")).includes(sum));
  const github = await write("analyze", "--format", "github");
  assert.ok(github.startsWith("::notice title=shrinkdeps::"));
  assert.ok(github.split("\n")[0]?.endsWith(`%0ASupply chain: ${sum}`));
  assert.equal(github.match(/^::error /gm)?.length, high);
  assert.match(github, /^::warning file=package\.json,line=\d+,col=1,title=shrinkdeps::quay@.*it comes from git/m);
  assert.match(github, /^::notice title=shrinkdeps::Not known:%0A/m);
  const terminal = await write("analyze");
  assert.match(terminal, new RegExp(`^ +${high} high: packages fetched when they run$`, "m"));
  assert.match(terminal, new RegExp(`^ +${medium} medium: `, "m"));
});

test("an analysis with the facts is read back like one without, and one without stays as it was", async (context) => {
  const audit: AuditResult = { schema: 1, name: "shop", checks: [{ check: "ranges", findings: [], unknown: [] }] };
  const analysis = analysisOf([dependency("left-pad")]);
  const [without, with_] = [reportAnalysis(analysis, "json"), reportAnalysis(analysis, "json", { audit })];
  const root = makeProject(context, { "old.json": without, "new.json": with_ });
  const { supplyChain, ...rest } = JSON.parse(with_);
  assert.deepEqual(rest, JSON.parse(without));
  assert.deepEqual(supplyChain, JSON.parse(reportAudit(audit, "json")));
  for (const path of ["old.json", "new.json"])
    assert.equal(readSavedAnalysis(createDisk(root), path).dependencies.length, 1);
  const fleet = await shrinkdeps(root, ["fleet", "old.json", "new.json"]);
  assert.match(fleet.stdout, /^1 package could leave 2 repositories\./);
  assert.equal(fleet.code, 0);
});

test("the schema of an analysis takes of the facts what the schema of an audit takes", () => {
  const [whole, part] = [schemaOf("audit"), schemaOf("analysis")];
  for (const name of ["check", "checkName", "finding"]) assert.deepEqual(part.$defs[name], whole.$defs[name], name);
  const { since: _, ...properties } = whole.properties;
  assert.deepEqual(Object.keys(part.$defs.supplyChain.properties), Object.keys(properties));
  assert.deepEqual(part.$defs.supplyChain.required, whole.required);
  const validator = new Validator(part, "2020-12", false);
  const valid = JSON.parse(reportAnalysis(analysisOf([]), "json"));
  assert.ok(validator.validate(valid).valid);
  for (const supplyChain of [null, [], { schema: 2 }, { schema: 1, name: "a", checks: [{}], unknowable: "" }])
    assert.equal(validator.validate({ ...valid, supplyChain }).valid, false, JSON.stringify(supplyChain));
});

test("the sum and what is not known count among the ten notes a runner shows", () => {
  const usages = Array.from({ length: 30 }, (_, index) => usageAt("a.ts", index + 1));
  const analysis = analysisOf([dependency("left-pad", { usages })]);
  const notes = (options: { audit?: AuditResult }) =>
    reportAnalysis(analysis, "github", options).match(/^::notice .*$/gm) ?? [];
  const audit: AuditResult = { schema: 1, name: "shop", checks: [{ check: "ranges", findings: [], unknown: ["why"] }] };
  assert.equal(notes({}).length, 10);
  assert.match(notes({}).at(-1) ?? "", /::and 23 more places;/);
  assert.equal(notes({ audit }).length, 10);
  assert.match(notes({ audit }).at(-2) ?? "", /::and 24 more places;/);
  assert.match(notes({ audit }).at(-1) ?? "", /::Not known:%0Awhy$/);
});

test("a comparison tells the facts that came and those that went, and of an older report that it tells none", async (context) => {
  const now = { ...files["package.json"], scripts: { go: "npx cowsay@1.6.0" }, name: "shop" };
  const root = makeProject(context, files);
  const before = JSON.parse((await shrinkdeps(root, ["analyze", "--json"])).stdout);
  const { supplyChain, ...older } = before;
  assert.equal(supplyChain.checks.length > 5, true);
  const manifest = JSON.stringify(now);
  const there = makeProject(context, { ...files, "package.json": manifest, "old.json": before, "older.json": older });
  const compare = async (file: string, format: string): Promise<string> =>
    (await shrinkdeps(there, ["analyze", "--compare", file, "--format", format])).stdout;
  const text = await compare("old.json", "terminal");
  assert.match(
    text,
    /\nNew in the supply chain\n  low: it fetches an exact version[^\n]*\n(?: {4}[^\n]*\n)? {4}npx cowsay@1\.6\.0  package\.json:1\n/,
  );
  assert.match(text, /\nNo longer in the supply chain\n  high: it fetches and runs the newest cowsay/);
  assert.match(
    await compare("old.json", "markdown"),
    /### New in the supply chain\n\n- `npx cowsay@1\.6\.0` \(`package\.json:1`\): low: /,
  );
  const facts = JSON.parse(await compare("old.json", "json")).supplyChain;
  assert.deepEqual(
    facts.gained.map(({ subject }: { subject: string }) => subject),
    ["npx cowsay@1.6.0"],
  );
  assert.equal(JSON.parse(await compare("older.json", "json")).supplyChain, null);
  assert.match(await compare("older.json", "terminal"), /no facts of the supply chain to compare with/);
});

test("a fleet counts a file once, leaves out what is no report, and says which", async (context) => {
  const report = reportAnalysis(analysisOf([dependency("left-pad")]), "json");
  const root = makeProject(context, { "a.json": report, "cut.json": report.slice(0, 99), "b.json": { schema: 2 } });
  const argv = ["fleet", "a.json", "cut.json", "./a.json", "b.json", "gone.json"];
  const { code, stdout } = await shrinkdeps(root, argv);
  assert.equal(code, 1);
  assert.match(stdout, /^1 package could leave 1 repository\./);
  assert.match(
    stdout,
    /\n\nNot counted: 3 reports that cannot be read\n  cut\.json: it is not valid JSON[^]*\n  b\.json: [^]*\n  gone\.json: /,
  );
  assert.match((await shrinkdeps(root, [...argv, "--format", "markdown"])).stdout, /### Not counted: 3 reports/);
  const { unreadable } = JSON.parse((await shrinkdeps(root, [...argv, "--format", "json"])).stdout);
  assert.deepEqual(
    unreadable.map(({ path }: { path: string }) => path),
    ["cut.json", "b.json", "gone.json"],
  );
  assert.equal((await shrinkdeps(root, ["fleet", "cut.json", "gone.json"])).code, 2);
});

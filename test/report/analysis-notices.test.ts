import assert from "node:assert/strict";
import { test } from "node:test";
import { readProject } from "../../src/project/read.ts";
import { readCatalog } from "../../src/catalog/read.ts";
import { analyze } from "../../src/analyze/analyze.ts";
import type { Analysis } from "../../src/analyze/analysis.ts";
import { reportAnalysis } from "../../src/report/analysis/report.ts";
import { makeProject, shrinkdeps } from "../cli/command.ts";
import { analysisOf, dependency, usageAt } from "./results.ts";
import { readSarifSchema, type SarifLog } from "./sarif-schema.ts";

const hostile = 'e<v>i&l"%\u0007\n::error::';
const refused = { kind: "refuse", reason: `a glob: ${hostile}` } as const;

const full: Analysis = analysisOf(
  [
    dependency("left-pad", {
      usages: [
        usageAt('src/a "b"/c.ts', 3, { kind: "drop" }),
        usageAt('src/a "b"/c.ts', 4),
        { ...usageAt('src/a "b"/c.ts', 5), excerpt: usageAt("", 4).excerpt },
      ],
    }),
    dependency("rimraf", {
      removal: "manual",
      lines: undefined,
      usages: [
        usageAt("clean.js", 1, { kind: "refuse", reason: "stays for the others", consequence: true }, "rimraf"),
        usageAt("clean.js", 2, refused, "rimraf"),
      ],
    }),
    dependency(hostile, {
      removal: "no",
      verdict: "misplaced",
      place: { path: "packages/a/package.json", line: 9, column: 5 },
    }),
    dependency("kept", { removal: "no", verdict: "keep", usages: [usageAt("kept.js", 1)] }),
  ],
  {
    undeclared: [
      { package: "ms", workspace: "", places: [{ file: "src/time.ts", line: 2 }], listedByRoot: false, broughtBy: [] },
    ],
    problems: [{ kind: "lockfile-missing", path: "", message: "There is no lockfile.", fatal: false }],
  },
);
const nothing = analysisOf([]);

function sarifOf(analysis: Analysis): SarifLog {
  return JSON.parse(reportAnalysis(analysis, "sarif", { prefix: "apps/shop/" }));
}

test("SARIF of an analysis is as the schema of SARIF 2.1.0 says", async () => {
  const validator = await readSarifSchema();
  for (const analysis of [full, nothing]) assert.deepEqual(validator.validate(sarifOf(analysis)).errors, []);
  assert.equal(validator.validate({ version: "2.1.0", runs: [{}] }).valid, false);
});

test("SARIF has a result for each entry of a manifest and each use, with its place and a fingerprint of its own", () => {
  const [run] = sarifOf(full).runs;
  const results = run?.results ?? [];
  for (const { ruleId, ruleIndex } of results) assert.equal(run?.tool.driver.rules[ruleIndex]?.id, ruleId);
  const told = results.map(({ ruleId, level, locations: [location] }) => {
    const { artifactLocation, region } = location?.physicalLocation ?? assert.fail();
    return `${level} ${ruleId} ${artifactLocation.uri}:${region.startLine}:${region.startColumn}`;
  });
  assert.deepEqual(told, [
    "note removable-dependency apps/shop/package.json:5:5",
    "note removable-dependency apps/shop/package.json:5:5",
    "note misfit-dependency apps/shop/packages/a/package.json:9:5",
    "note replaceable-use apps/shop/src/a%20%22b%22/c.ts:3:7",
    "note replaceable-use apps/shop/src/a%20%22b%22/c.ts:4:7",
    "note replaceable-use apps/shop/src/a%20%22b%22/c.ts:5:7",
    "warning use-in-the-way apps/shop/clean.js:2:7",
    "warning undeclared-import apps/shop/src/time.ts:2:1",
    "warning problem apps/shop/package.json:1:1",
  ]);
  const prints = results.map(({ partialFingerprints }) => JSON.stringify(partialFingerprints));
  assert.equal(new Set(prints).size, results.length);
  assert.deepEqual(sarifOf(nothing).runs[0]?.results, []);
});

test("a fingerprint stays while its line moves", () => {
  const at = (line: number): string => {
    const usage = { ...usageAt("a.ts", line), excerpt: "leftPad(text)" };
    const [run] = sarifOf(analysisOf([dependency("left-pad", { usages: [usage] })])).runs;
    return JSON.stringify(run?.results.map(({ partialFingerprints }) => partialFingerprints));
  };
  assert.equal(at(3), at(40));
});

test("annotations begin with the sum, warn of what stands in the way, and escape what the runner reads", () => {
  const lines = reportAnalysis(full, "github", { prefix: "apps/shop/" }).trimEnd().split("\n");
  assert.match(lines[0] ?? "", /^::notice title=shrinkdeps::2 of 4 direct dependencies can go: /);
  assert.match(
    lines[1] ?? "",
    /^::warning file=apps\/shop\/clean\.js,line=2,col=7,title=shrinkdeps::rimraf stays for this use: a glob: e<v>i&l"%25\\u0007\\u000a::error::$/,
  );
  const manifest = lines.find((line) => line.includes("file=apps/shop/package.json,line=5"));
  assert.match(
    manifest ?? "",
    /^::notice .*::2 findings:%0Aleft-pad can go, automatically, 2 lines: the platform has it \(String\.prototype\.padStart\); frees 1 package, /,
  );
  assert.equal(lines.filter((line) => line.includes('src/a "b"/c.ts')).length, 3);
  assert.ok(!lines.some((line) => line.includes("stays for the others")));
});

test("no more than ten annotations of a level are written, and the tenth counts the rest", () => {
  const usages = Array.from({ length: 30 }, (_, index) => usageAt("a.ts", index + 1, refused));
  const lines = reportAnalysis(analysisOf([dependency("left-pad", { removal: "manual", usages })]), "github")
    .trimEnd()
    .split("\n");
  const warnings = lines.filter((line) => line.startsWith("::warning"));
  assert.equal(warnings.length, 10);
  assert.match(warnings[9] ?? "", /::and 21 more places;/);
});

test("an entry's place is the line of its own section", async (context) => {
  const manifest =
    '{\n  "dependencies": {\n    "left-pad": "^1.3.0"\n  },\n  "devDependencies": {\n    "rimraf": "^3.0.0",\n    "left-pad": "^1.3.0"\n  }\n}\n';
  const project = readProject(makeProject(context, { "package.json": manifest }));
  const { dependencies } = analyze(project, await readCatalog([]));
  assert.deepEqual(
    dependencies.map(({ name, kind, place }) => `${name} ${kind} ${place.path}:${place.line}:${place.column}`),
    ["left-pad prod package.json:3:5", "rimraf dev package.json:6:5", "left-pad dev package.json:7:5"],
  );
});

test("analyze names the project's files from the root of its repository", async (context) => {
  const root = makeProject(context, {
    ".git/HEAD": "ref: refs/heads/main\n",
    ".git/refs/heads/.keep": "",
    ".git/objects/.keep": "",
    "apps/shop/package.json": { name: "shop", dependencies: { "left-pad": "^1.3.0" } },
    "apps/shop/index.js": 'const pad = require("left-pad");\nconsole.log(pad("a", 3));\n',
  });
  const { stdout, code } = await shrinkdeps(`${root}/apps/shop`, ["analyze", "--format", "sarif"]);
  assert.equal(code, 0);
  assert.match(stdout, /"uri": "apps\/shop\/index\.js"/);
  assert.match(
    (await shrinkdeps(`${root}/apps/shop`, ["analyze", "--format", "github"])).stdout,
    /file=apps\/shop\/package\.json,line=4,col=5/,
  );
  const refusal = await shrinkdeps(`${root}/apps/shop`, ["analyze", "--format", "sarif", "--compare", "old.json"]);
  assert.equal(refusal.code, 2);
  assert.match(refusal.stderr, /^shrinkdeps: --compare is shown as terminal text, json or markdown\n$/);
});

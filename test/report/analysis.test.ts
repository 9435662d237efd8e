import assert from "node:assert/strict";
import { test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import type { Analysis } from "../../src/analyze/analysis.ts";
import { rankRemovable } from "../../src/analyze/rank.ts";
import type { AuditResult, CheckName, Severity } from "../../src/audit/finding.ts";
import { reportAnalysis } from "../../src/report/analysis/report.ts";
import { describeSum } from "../../src/report/analysis/sum.ts";
import { getWidth } from "../../src/report/text/cells.ts";
import { analysisOf, dependency, footprintOf, usageAt } from "./results.ts";

const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}@1.0.0`);
const terminal = (analysis: Analysis, color = false, columns = 80): string =>
  reportAnalysis(analysis, "terminal", { color, columns });

test("leads with the sum", () => {
  const analysis = analysisOf([]);
  const totals = {
    direct: 62,
    removable: 14,
    automatic: 9,
    freed: { known: true, packages: many(231), bytes: 24_000_000, installScripts: many(3) },
    freedAutomatically: footprintOf(many(100)),
    lines: 41,
    packages: 900,
  } as const;
  assert.equal(
    describeSum({ ...analysis, totals }),
    "14 of 62 direct dependencies can go: 231 packages, 24 MB, 3 install scripts; 9 of them automatically, 41 lines",
  );
  assert.match(
    terminal({ ...analysis, totals }),
    /^14 of 62 direct dependencies can go: 231 packages, 24 MB, 3 install scripts;\n  9 of them automatically, 41 lines\n900 packages in package-lock.json today, 800 after the automatic ones\n/,
  );
});

test("an unknown graph is said to be unknown, with its reason, and never counted as none", () => {
  const footprint = { known: false, reason: "no lockfile" } as const;
  const analysis = analysisOf([dependency("left-pad", { footprint })]);
  const text = terminal({
    ...analysis,
    totals: { ...analysis.totals, freed: footprint, freedAutomatically: footprint, packages: undefined },
    graph: { known: false, reason: "there is no lockfile, run npm install" },
  });
  assert.match(text, /1 of 1 direct dependency can go: an unknown number of packages/);
  assert.match(text, /Packages freed are unknown: there is no lockfile, run npm install/);
  assert.match(text, /left-pad +native +unknown +unknown +2 /);
  assert.doesNotMatch(text, /\bno packages\b|\b0\b/);
});

test("why the graph is unknown is told once", () => {
  const problem = {
    kind: "lockfile-missing",
    path: "package-lock.json",
    message: "there is none",
    fatal: false,
  } as const;
  const graph = { known: false, reason: "package-lock.json: there is none" } as const;
  const text = terminal(analysisOf([dependency("a")], { problems: [problem], graph }));
  assert.equal(text.match(/there is none/g)?.length, 1);
});

test("unknown sizes and install scripts are said to be unknown", () => {
  const footprint = { known: true, packages: ["a@1.0.0"], bytes: undefined, installScripts: "unknown" } as const;
  const analysis = analysisOf([dependency("a", { footprint })]);
  const sum = describeSum({ ...analysis, totals: { ...analysis.totals, freed: footprint } });
  assert.match(sum, /1 package, size unknown, install scripts unknown/);
});

test("says so when nothing can go, and when there is nothing", () => {
  assert.match(
    terminal(analysisOf([dependency("a", { removal: "no", verdict: "keep" })])),
    /^None of 1 direct dependency can go\.\n/,
  );
  assert.match(terminal(analysisOf([])), /^The project has no direct dependencies\.\n/);
});

test("ranks by packages freed per line changed, those that need a person last", () => {
  const ranked = rankRemovable([
    dependency("by-hand-small", { removal: "manual", lines: undefined }),
    dependency("one-for-ten", { lines: 9 }),
    dependency("unknown", { lines: 1, footprint: { known: false, reason: "no lockfile" } }),
    dependency("by-hand-big", { removal: "manual", lines: undefined, footprint: footprintOf(many(40)) }),
    dependency("ten-for-ten", { lines: 9, footprint: footprintOf(many(10)) }),
    dependency("unused", { lines: 0, verdict: "unused" }),
    dependency("kept", { removal: "no", verdict: "keep" }),
    dependency("five-for-two", { lines: 1, footprint: footprintOf(many(5)) }),
  ]);
  assert.deepEqual(
    ranked.map(({ name }) => name),
    ["five-for-two", "unused", "ten-for-ten", "one-for-ten", "unknown", "by-hand-big", "by-hand-small"],
  );
});

test("of removals of the same size, the one that rids the project of more comes first", () => {
  const nothing = { childProcess: [], publishers: [] };
  const script = { known: true, packages: ["s@1.0.0"], bytes: 1000, installScripts: ["s@1.0.0"] } as const;
  const ranked = rankRemovable([
    dependency("a-nothing", { relief: nothing }),
    dependency("b-unknown", { relief: { childProcess: "unknown", publishers: "unknown" } }),
    dependency("c-publisher", { relief: { ...nothing, publishers: ["github.com/one"] } }),
    dependency("d-script", { footprint: script }),
    dependency("e-programs", { relief: { ...nothing, childProcess: ["e@1.0.0"] } }),
    dependency("f-two", { footprint: script, relief: { ...nothing, childProcess: ["f@1.0.0"] } }),
    dependency("g-bigger", { footprint: footprintOf(many(2)), relief: nothing }),
  ]);
  assert.deepEqual(
    ranked.map(({ name }) => name),
    ["g-bigger", "f-two", "c-publisher", "d-script", "e-programs", "a-nothing", "b-unknown"],
  );
});

test("the first screen tells what can go, what that frees, and what to type, however much follows", () => {
  const manual = Array.from({ length: 60 }, (_, index) =>
    dependency(`by-hand-${index}`, {
      removal: "manual",
      lines: undefined,
      usages: [usageAt("a.ts", index + 1, { kind: "refuse", reason: `reason ${index}` })],
    }),
  );
  const screen = terminal(analysisOf([dependency("left-pad"), ...manual]))
    .split("\n")
    .slice(0, 24)
    .join("\n");
  assert.match(screen, /^61 of 61 direct dependencies can go: 61 packages/);
  assert.match(screen, /\n {2}shrinkdeps apply --dry-run {2}show every change, write nothing\n/);
  assert.match(screen, /\n {2}left-pad +native +1 /);
});

test("keeps to 80 columns", () => {
  const analysis = analysisOf(
    [
      dependency("string.prototype.padstart", {
        replacement: "String.prototype.padStart, with a second argument of one character",
      }),
      dependency("rimraf", {
        removal: "manual",
        lines: undefined,
        footprint: footprintOf(many(1200), 1_234_567_890),
        usages: [
          usageAt("src/clean.ts", 12, {
            kind: "refuse",
            reason: "a glob is expanded by the package and not by rmSync, so list the paths yourself ".repeat(3).trim(),
          }),
        ],
      }),
      dependency("chalk", { removal: "allowed", lines: 1200 }),
    ],
    {
      problems: [
        {
          kind: "lockfile-out-of-step",
          path: "package-lock.json",
          line: 3,
          message: "The lockfile does not hold what the manifest asks for; run npm install to bring it in step.",
          fatal: false,
        },
      ],
    },
  );
  for (const line of terminal(analysis).split("\n")) assert.ok(getWidth(line) <= 80, line);
});

test("columns line up, wide characters included", () => {
  const lines = terminal(analysisOf([dependency("a"), dependency("much-longer"), dependency("包")])).split("\n");
  const starts = lines
    .filter((line) => line.includes("native"))
    .map((line) => getWidth(line.slice(0, line.indexOf("native"))));
  assert.equal(starts.length, 3);
  assert.equal(new Set(starts).size, 1);
});

test("a name that is very long moves its own row only", () => {
  const lines = terminal(analysisOf([dependency("a"), dependency("b".repeat(200))])).split("\n");
  const row = lines.find((line) => line.startsWith("  a "));
  assert.ok(row !== undefined && row.indexOf("native") < 20);
});

test("every refusal has its reason and place; more than three are counted", () => {
  const refuse = { kind: "refuse", reason: "a glob is not expanded" } as const;
  const usages = [1, 2, 3, 4, 5].map((line) => usageAt("src/clean.ts", line, refuse, "rimraf"));
  const text = terminal(analysisOf([dependency("rimraf", { removal: "manual", lines: undefined, usages })]));
  assert.match(
    text,
    /What stands in the way\n  a glob is not expanded\n    rimraf  src\/clean\.ts:1:7\n.*\n            src\/clean\.ts:3:7\n            and 2 more\n/,
  );
  assert.match(text, /shrinkdeps explain rimraf/);
});

test("a reason that is no single use's stands at the entry in the manifest", () => {
  const evidence = [
    { source: "usages", text: "1 usage in 1 file." },
    { source: "obstacle", text: "patches/has+1.0.0.patch changes its code" },
  ];
  const facts = { lines: undefined, evidence } as const;
  const text = terminal(analysisOf([dependency("has", { ...facts, removal: "manual" })]));
  assert.match(text, /way\n  patches\/has\+1\.0\.0\.patch changes its code\n    has  package\.json:5:5\n\n/);
  assert.doesNotMatch(terminal(analysisOf([dependency("has", { ...facts, removal: "no" })])), /patches/);
});

test("a reason that several packages share is told once", () => {
  const refuse = { kind: "refuse", reason: "there is no replacement for it" } as const;
  const usages = [usageAt("src/a.ts", 1, refuse)];
  const facts = { removal: "manual", lines: undefined, usages } as const;
  const text = terminal(analysisOf([dependency("is-even", facts), dependency("has", facts)]));
  assert.match(
    text,
    /way\n  there is no replacement for it\n    has {6}src\/a\.ts:1:7\n    is-even  src\/a\.ts:1:7\n\n/,
  );
});

test("an import that stays for a refused use is not named beside that use", () => {
  const usages = [
    usageAt("src/a.ts", 1, { kind: "refuse", reason: "stays for the uses", consequence: true }),
    usageAt("src/a.ts", 5, { kind: "refuse", reason: "a glob is not expanded" }),
  ];
  const text = terminal(analysisOf([dependency("rimraf", { removal: "manual", lines: undefined, usages })]));
  assert.match(text, /src\/a\.ts:5:7/);
  assert.doesNotMatch(text, /src\/a\.ts:1:7/);
});

test("advises on what is in the wrong section without counting it as removable", () => {
  const text = terminal(analysisOf([dependency("@types/node", { removal: "no", verdict: "types-only" })]));
  assert.match(text, /Worth a look\n  @types\/node: only its types are used, so it belongs in devDependencies/);
  const needed = terminal(analysisOf([dependency("sass", { removal: "no", verdict: "misplaced", kind: "dev" })]));
  assert.match(needed, /Worth a look\n  sass: published code loads it, so it belongs in dependencies/);
});

test("names the workspace of a dependency when there are several", () => {
  const workspaces = ["", "packages/a"].map((directory) => ({
    directory,
    name: undefined,
    floor: { node: "20.0.0", source: "assumed", browser: false },
  }));
  assert.match(
    terminal(analysisOf([dependency("has", { workspace: "packages/a" })], { workspaces })),
    /has \(packages\/a\)/,
  );
});

test("says what to type next, and only what makes sense", () => {
  const text = terminal(analysisOf([dependency("left-pad")]));
  assert.match(text, /Next\n  shrinkdeps apply --dry-run/);
  assert.doesNotMatch(text, /--unused|--allow-deviations|explain/);
  assert.match(terminal(analysisOf([dependency("x", { verdict: "unused", lines: 0 })])), /apply --unused/);
  assert.match(terminal(analysisOf([dependency("x", { removal: "allowed" })])), /apply x --allow-deviations/);
  assert.match(terminal(analysisOf([dependency("$(rm -rf ~)", { removal: "manual" })])), /explain '\$\(rm -rf ~\)'/);
});

test("colour changes nothing but escape sequences", () => {
  const analysis = analysisOf([
    dependency("left-pad"),
    dependency("x", { removal: "manual", usages: [usageAt("a.js", 1, { kind: "refuse", reason: "no" })] }),
  ]);
  assert.notEqual(terminal(analysis, true), terminal(analysis));
  assert.equal(stripVTControlCharacters(terminal(analysis, true)), terminal(analysis));
});

test("control characters of a project never reach the terminal", () => {
  const text = terminal(
    analysisOf(
      [
        dependency("evil\u001b[2J", {
          removal: "manual",
          replacement: "a\u0007b",
          usages: [usageAt("src/\u202egnp.ts", 1, { kind: "refuse", reason: "a\nb\u001b]0;x\u0007" })],
        }),
      ],
      {
        problems: [{ kind: "source-unparsable", path: "a\u0000b", message: "x\ry", fatal: false }],
        graph: { known: false, reason: "\u001b[31m" },
      },
    ),
  );
  assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test("JSON is the same text whatever order facts are found in", () => {
  const usages = [usageAt("b.ts", 1), usageAt("a.ts", 9), usageAt("a.ts", 2)];
  const one = analysisOf([dependency("b", { usages }), dependency("a")]);
  const { schema, ...rest } = one;
  const other: Analysis = {
    ...rest,
    dependencies: [dependency("a"), dependency("b", { usages: [...usages].reverse() })],
    schema,
  };
  assert.equal(reportAnalysis(one, "json"), reportAnalysis(other, "json"));
  assert.match(reportAnalysis(one, "json"), /^\{\n  "schema": 1,\n/);
});

test("JSON gives null for what is unknown", () => {
  const parsed: Analysis = JSON.parse(reportAnalysis(analysisOf([dependency("a", { version: undefined })]), "json"));
  assert.equal(parsed.dependencies[0]?.version, null);
});

test("Markdown shows names and reasons as they are written", () => {
  const markdown = reportAnalysis(
    analysisOf([
      dependency("a|b", {
        removal: "manual",
        replacement: "x ?? `y`",
        usages: [usageAt("a.ts", 1, { kind: "refuse", reason: "<img> *stars* @someone" })],
      }),
    ]),
    "markdown",
  );
  assert.match(markdown, /\| `a\\\|b` \|/);
  assert.match(markdown, /`` x \?\? `y` ``/);
  assert.match(markdown, /- \\<img\\> \\\*stars\\\* &#64;someone/);
  assert.match(markdown, /^## Dependencies of `shop`\n\n\*\*1 of 1 direct dependency can go/);
});

test("the supply chain is a section: for a terminal what is high or medium, in markdown what is to be acted on", () => {
  const finding = (severity: Severity, check: CheckName, subject: string) =>
    ({ check, severity, subject, message: `why ${subject}`, path: "package.json", line: 4 }) as const;
  const audit: AuditResult = {
    schema: 1,
    name: "ferry",
    checks: [
      {
        check: "run-time-downloads",
        findings: [finding("high", "run-time-downloads", "npx a"), finding("medium", "run-time-downloads", "npx b")],
        unknown: ["what is not known"],
      },
      { check: "sources", findings: [finding("medium", "sources", "c")], unknown: [] },
      { check: "ranges", findings: [finding("low", "ranges", "d"), finding("info", "ranges", "e")], unknown: [] },
    ],
  };
  const analysis = analysisOf([]);
  assert.ok(
    reportAnalysis(analysis, "terminal", { audit }).includes(
      [
        "Supply chain",
        "  1 high: packages fetched when they run",
        "  2 medium: packages fetched when they run and packages that come from",
        "    elsewhere than a registry",
        "  shrinkdeps audit tells where, and what to do",
        "",
      ].join("\n"),
    ),
  );
  const calm = { ...audit, checks: audit.checks.slice(2) };
  assert.doesNotMatch(reportAnalysis(analysis, "terminal", { audit: calm }), /Supply chain/);
  const markdown = reportAnalysis(analysis, "markdown", { audit });
  assert.match(
    markdown,
    /^### Supply chain\n\nFound 1 high, 2 medium and 1 low\\\.|^### Supply chain\n\nFound 1 high, 2 medium and 1 low\./m,
  );
  assert.match(
    markdown,
    /^\| high \| Packages fetched when they run \| `npx a` \| why npx a \| `package\.json:4` \|$/m,
  );
  assert.match(markdown, /`d`/);
  assert.doesNotMatch(markdown, /`e`/);
  assert.match(markdown, /^- not known: what is not known$/m);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { BudgetResult, Finding, Measurement } from "../../src/budget/result.ts";
import { reportBudget } from "../../src/report/budget/report.ts";
import { reportBudgetUpdate } from "../../src/report/budget/update.ts";
import { plainText } from "../../src/report/options.ts";

const within: Measurement = {
  limit: "direct",
  workspace: undefined,
  before: undefined,
  allowed: 20,
  actual: 12,
  over: 0,
  place: { path: "package.json", line: 30, column: 7 },
  holders: [],
};
const over: Measurement = {
  limit: "packages",
  workspace: undefined,
  before: undefined,
  allowed: 220,
  actual: 1231,
  over: 1011,
  place: { path: "packages/a,b:c/package.json", line: 31, column: 5 },
  holders: [
    { name: "express", workspaces: [""], amount: 48, place: undefined },
    { name: "mocha", workspaces: [""], amount: 31, place: undefined },
  ],
};
const resultOf = (measurements: readonly Measurement[], facts: Partial<BudgetResult> = {}): BudgetResult => ({
  schema: 1,
  source: "package-lock.json",
  settings: "package.json",
  configured: true,
  over: measurements.some((measurement) => measurement.over > 0),
  measurements,
  findings: measurements
    .filter((measurement) => measurement.over > 0)
    .map((measurement): Finding => ({ kind: "limit", measurement })),
  baseline: undefined,
  difference: undefined,
  exceptions: [],
  ...facts,
});

test("over: says by how much, who holds most, which line to edit and what to do", async () => {
  assert.equal(
    await reportBudget(resultOf([over, within]), "terminal"),
    [
      "Over budget: 1,231 packages, 1,011 more than the 220 agreed.",
      "",
      "                       today  agreed",
      "  packages             1,231     220  1,011 over",
      "  direct dependencies     12      20",
      "",
      "  packages (packages/a,b:c/package.json:31): express alone holds 48 and mocha",
      "    31",
      "",
      "Next",
      "  shrinkdeps analyze                  what can go",
      "  shrinkdeps budget --update --force  agree on more",
      "",
    ].join("\n"),
  );
});

test("several exceeded limits are counted in the first line", async () => {
  const scripts = { ...over, limit: "installScripts", allowed: 0, actual: 1, over: 1, holders: [] } as const;
  const text = await reportBudget(resultOf([over, scripts]), "terminal");
  assert.match(text, /^Over budget: 2 of 2 limits exceeded\.\n/);
  assert.match(text, /  install scripts \(.*\): no dependency holds any\s+alone\n/);
  assert.match(
    await reportBudget(resultOf([scripts]), "terminal"),
    /^Over budget: 1 install script, 1 more than the 0 agreed\.\n/,
  );
});

test("within: one line and the numbers, nothing to do", async () => {
  const text = await reportBudget(resultOf([within]), "terminal");
  assert.match(text, /^Within budget: 1 limit, read from package-lock\.json\.\n/);
  assert.doesNotMatch(text, /Next/);
});

test("a budget that is not set is not taken for one that is kept", async () => {
  const text = await reportBudget(resultOf([{ ...within, allowed: undefined }], { configured: false }), "terminal");
  assert.match(text, /^No budget is set in package\.json; nothing was checked\./);
  assert.match(text, /budget --update/);
});

test("a number that cannot be known is said to be unknown", async () => {
  const text = await reportBudget(resultOf([{ ...within, limit: "megabytes", actual: undefined }]), "terminal");
  assert.match(text, /megabytes +unknown +20/);
});

test("annotations point at the limit, with everything escaped that the runner would read", async () => {
  const message = await reportBudget(
    resultOf([{ ...over, holders: [{ name: "a%\nb", workspaces: [], amount: 2, place: undefined }] }, within]),
    "github",
  );
  assert.equal(
    message,
    "::error file=packages/a%2Cb%3Ac/package.json,line=31,col=5,title=shrinkdeps budget::" +
      "1,231 packages, 1,011 more than the 220 agreed (a%25\\u000ab alone holds 2)\n",
  );
});

test("annotations say so when all is well, and when nothing was checked", async () => {
  assert.equal(await reportBudget(resultOf([within]), "github"), "::notice title=shrinkdeps budget::Within budget.\n");
  assert.match(await reportBudget(resultOf([], { configured: false }), "github"), /^::notice .*nothing was checked/);
});

test("JSON holds the whole result", async () => {
  const result = resultOf([over, within]);
  assert.deepEqual(
    JSON.parse(await reportBudget(result, "json")),
    JSON.parse(JSON.stringify(result, (_, value) => value ?? null)),
  );
});

test("Markdown has the table and each excess with its place", async () => {
  const markdown = await reportBudget(resultOf([over, within]), "markdown");
  assert.match(
    markdown,
    /^## Over budget\n\n\|  \| today \| agreed \| over \|\n\| --- \| --: \| --: \| --: \|\n\| packages \| 1,231 \| 220 \| 1,011 \|/,
  );
  assert.match(
    markdown,
    /- 1,231 packages, .* \(express alone holds 48 and mocha 31\) \(`packages\/a,b:c\/package\.json:31`\)/,
  );
});

test("an update names each number it wrote and each it would not raise", async () => {
  const text = reportBudgetUpdate(
    {
      files: [{ path: "package.json", before: "{}", after: "{ }" }],
      changes: [
        { limit: "packages", workspace: undefined, from: 220, to: 200 },
        { limit: "direct", workspace: "packages/a", from: undefined, to: 12 },
      ],
      kept: [{ limit: "installScripts", workspace: undefined, allowed: 1, actual: 3 }],
      baseline: { path: "", created: false, recorded: 3, removed: ["gone"], accepted: ["come"], refused: [] },
    },
    plainText,
  );
  assert.match(
    text,
    /^Wrote the budget to package\.json\.\n  packages: 220 → 200\n  direct dependencies of packages\/a: 12\n  - gone\n  \+ come\nNo limit is raised without --force:\n  install scripts stay at 1; today it is 3\n$/,
  );
});

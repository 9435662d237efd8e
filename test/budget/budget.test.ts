import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { checkBudget } from "../../src/budget/check.ts";
import type { BudgetUpdate } from "../../src/budget/result.ts";
import { updateBudget } from "../../src/budget/update.ts";
import { describeError, ShrinkdepsError } from "../../src/errors.ts";
import { readTree } from "../../src/project/read.ts";
import { lockfile, tree } from "../project/tree.ts";

const manifest = { dependencies: { web: "^1", tiny: "^1" }, devDependencies: { runner: "^1" } };
const lock = lockfile({
  "": manifest,
  "node_modules/web": { version: "1.0.0", dependencies: { a: "1", b: "1", shared: "1" } },
  "node_modules/a": { version: "1.0.0" },
  "node_modules/b": { version: "1.0.0", hasInstallScript: true },
  "node_modules/tiny": { version: "1.0.0" },
  "node_modules/runner": { version: "1.0.0", dependencies: { shared: "1", c: "1" }, dev: true },
  "node_modules/shared": { version: "1.0.0" },
  "node_modules/c": { version: "1.0.0", dev: true, hasInstallScript: true },
});

/** The project with these limits. */
function project(
  context: TestContext,
  budget: object | undefined,
  files: Readonly<Record<string, string | object>> = {},
) {
  const settings = budget === undefined ? {} : { shrinkdeps: { budget } };
  const root = tree(context, { "package.json": { ...manifest, ...settings }, "package-lock.json": lock, ...files });
  return readTree(root);
}

function failure(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof ShrinkdepsError);
    return describeError(error);
  }
  return "checked";
}

test("each number is counted from the lockfile alone", (context) => {
  const result = checkBudget(project(context, { packages: 7, production: 5, direct: 3, installScripts: 2 }));
  assert.deepEqual(
    result.measurements.map(({ limit, actual, over }) => [limit, actual, over]),
    [
      ["packages", 7, 0],
      ["production", 5, 0],
      ["direct", 3, 0],
      ["newPackages", undefined, 0],
      ["installScripts", 2, 0],
      ["megabytes", undefined, 0],
      ["duplicates", 0, 0],
      ["publishers", undefined, 0],
    ],
  );
  assert.deepEqual([result.over, result.configured, result.source], [false, true, "package-lock.json"]);
});

test("over a limit, it says by how much, on which line, and which dependencies hold most", (context) => {
  const [packages, production, , , scripts] = checkBudget(
    project(context, { packages: 6, production: 4, installScripts: 0 }),
  ).measurements;
  assert.equal(packages?.over, 1);
  assert.deepEqual(packages?.place, { path: "package.json", line: 11, column: 7 });
  assert.deepEqual(packages?.holders, [
    { name: "web", workspaces: [""], amount: 3, place: { path: "package.json", line: 3, column: 5 } },
    { name: "runner", workspaces: [""], amount: 2, place: { path: "package.json", line: 7, column: 5 } },
    { name: "tiny", workspaces: [""], amount: 1, place: { path: "package.json", line: 4, column: 5 } },
  ]);
  assert.deepEqual(
    production?.holders.map(({ name, amount }) => [name, amount]),
    [
      ["web", 4],
      ["tiny", 1],
    ],
  );
  assert.deepEqual(
    scripts?.holders.map(({ name, amount }) => [name, amount]),
    [
      ["runner", 1],
      ["web", 1],
    ],
  );
});

test("without limits the numbers are told and nothing is over", (context) => {
  const result = checkBudget(project(context, undefined));
  assert.deepEqual([result.configured, result.over, result.measurements[0]?.actual], [false, false, 7]);
});

test("what cannot be checked is an error, never fine", (context) => {
  const check = (files: Readonly<Record<string, string | object>>, budget: object = { packages: 100 }) =>
    failure(() => checkBudget(project(context, budget, files)));
  assert.match(check({ "package-lock.json": "" }), /^package-lock.json:1: the budget cannot be checked: it is empty/);
  assert.match(check({ "yarn.lock": "" }), /^yarn.lock: the budget cannot be checked/);
  const behind = lockfile({ "": {} });
  assert.match(
    check({ "package-lock.json": behind }),
    /^package-lock.json: the budget cannot be checked: it is out of step/,
  );
  const noLock = tree(context, { "package.json": { shrinkdeps: { budget: { packages: 1 } } } });
  assert.match(
    failure(() => checkBudget(readTree(noLock))),
    /there is no lockfile/,
  );
  const odd = {
    "package.json": '{"dependencies": "x", "shrinkdeps": {"budget": {"packages": 1}}}',
    "package-lock.json": behind,
  };
  assert.match(check(odd), /^package.json:1: the budget cannot be checked: "dependencies" must be an object/);
});

test("install scripts that version 1 does not tell are an error only where they are limited", (context) => {
  const one = {
    "package-lock.json": {
      lockfileVersion: 1,
      dependencies: Object.fromEntries(["web", "tiny", "runner"].map((name) => [name, { version: "1.0.0" }])),
    },
  };
  assert.match(
    failure(() => checkBudget(project(context, { installScripts: 5 }, one))),
    /^package.json:11: the limit "installScripts" cannot be checked: .* install first, with scripts off/,
  );
  const scripts = checkBudget(project(context, { packages: 5 }, one)).measurements[4];
  assert.deepEqual([scripts?.limit, scripts?.actual], ["installScripts", undefined]);
});

test("megabytes are counted on disk, and packages that are not installed are an error", (context) => {
  const budget = { megabytes: 0.01 };
  assert.match(
    failure(() => checkBudget(project(context, budget))),
    /^package.json:11: the limit "megabytes" cannot be checked: a 1.0.0 is not installed/,
  );
  const files: Record<string, string> = {};
  for (const name of ["web", "a", "b", "tiny", "runner", "shared", "c"]) {
    files[`node_modules/${name}/package.json`] = '{"version":"1.0.0"}';
  }
  files["node_modules/b/data.js"] = "x".repeat(50_000);
  const megabytes = checkBudget(project(context, budget, files)).measurements[5];
  assert.deepEqual([megabytes?.actual, megabytes?.over, megabytes?.holders[0]?.name], [0.05, 0.04, "web"]);
});

test("without a limit on megabytes no size is read", (context) => {
  const { graph, ...rest } = project(context, { packages: 7 });
  assert.ok(graph.known);
  const guarded = [...graph.graph.nodes].map(([id, node]) => {
    const bytes = { get: () => assert.fail(`the size of ${id} was asked for`) };
    return [id, Object.create(node, { bytes })] as const;
  });
  const nodes = new Map(guarded);
  assert.equal(
    checkBudget({ ...rest, graph: { known: true, graph: { ...graph.graph, nodes } } }).measurements[0]?.actual,
    7,
  );
});

test("limits that are unknown or no numbers are errors with their line", (context) => {
  const check = (budget: object) => failure(() => checkBudget(project(context, budget)));
  assert.match(
    check({ pakages: 3 }),
    /^package.json:11: "pakages" is no limit of the budget \(known are: packages, production/,
  );
  assert.equal(check({ packages: "3" }), 'package.json:11: the limit "packages" must be a whole number, 0 or more');
  assert.match(check({ packages: 1.5 }), /whole number/);
  assert.match(check({ direct: -1 }), /whole number/);
  assert.match(check({ megabytes: null }), /a number of megabytes/);
});

test("workspaces are neither packages nor direct dependencies", (context) => {
  const root = tree(context, {
    "package.json": { workspaces: ["w/*"], shrinkdeps: { budget: { packages: 0, direct: 0 } } },
    "w/a/package.json": { name: "a", version: "1.0.0", dependencies: { b: "^1" } },
    "w/b/package.json": { name: "b", version: "1.0.0" },
    "package-lock.json": lockfile({
      "": { workspaces: ["w/*"] },
      "node_modules/a": { resolved: "w/a", link: true },
      "node_modules/b": { resolved: "w/b", link: true },
      "w/a": { name: "a", version: "1.0.0", dependencies: { b: "^1" } },
      "w/b": { name: "b", version: "1.0.0" },
    }),
  });
  assert.equal(checkBudget(readTree(root)).over, false);
});

/** What an update makes of the settings file; undefined where it leaves it. */
function settingsOf({ files }: BudgetUpdate): BudgetUpdate["files"][number] | undefined {
  return files.find(({ path }) => path !== "shrinkdeps.baseline.json");
}

test("an update lowers limits in place and keeps every other character", (context) => {
  const text = `\uFEFF{\r\n\t"shrinkdeps": { "budget": { "packages" :  9, "direct": 3 } },\r\n\t"dependencies": ${JSON.stringify(manifest.dependencies)},\r\n\t"devDependencies": {"runner": "^1"}\r\n}`;
  const update = updateBudget(project(context, undefined, { "package.json": text }));
  assert.deepEqual(settingsOf(update), { path: "package.json", before: text, after: text.replace("9", "7") });
  assert.deepEqual(update.changes, [{ limit: "packages", workspace: undefined, from: 9, to: 7 }]);
  assert.deepEqual(update.kept, []);
});

test("an update raises no limit, unless it is forced", (context) => {
  const budget = { packages: 5, direct: 10 };
  const update = updateBudget(project(context, budget));
  assert.deepEqual(update.kept, [{ limit: "packages", workspace: undefined, allowed: 5, actual: 7 }]);
  assert.deepEqual(update.changes, [{ limit: "direct", workspace: undefined, from: 10, to: 3 }]);
  assert.deepEqual(JSON.parse(settingsOf(update)?.after ?? "").shrinkdeps.budget, { packages: 5, direct: 3 });
  const forced = updateBudget(project(context, budget), { force: true });
  assert.deepEqual(JSON.parse(settingsOf(forced)?.after ?? "").shrinkdeps.budget, { packages: 7, direct: 3 });
  assert.deepEqual(forced.kept, []);
});

test("an update without limits writes what the lockfile tells, where the settings are", (context) => {
  const numbers = { packages: 7, production: 5, direct: 3, installScripts: 2 };
  const fresh = updateBudget(project(context, undefined));
  assert.equal(
    settingsOf(fresh)?.after,
    `${JSON.stringify({ ...manifest, shrinkdeps: { budget: numbers } }, undefined, 2)}\n`,
  );
  const own = updateBudget(project(context, undefined, { "shrinkdeps.json": "{}\n" }));
  assert.deepEqual(
    [settingsOf(own)?.path, JSON.parse(settingsOf(own)?.after ?? "")],
    ["shrinkdeps.json", { budget: numbers }],
  );
  const inline = updateBudget(project(context, undefined, { "shrinkdeps.json": '{ "target": { "node": "18" } }' }));
  assert.equal(
    settingsOf(inline)?.after,
    '{ "target": { "node": "18" }, "budget": { "packages": 7, "production": 5, "direct": 3, "installScripts": 2 } }',
  );
});

test("an update written to disk is in step, and a second one changes nothing", (context) => {
  const before = project(context, undefined);
  const { files } = updateBudget(before);
  assert.deepEqual(
    files.map(({ path }) => path),
    ["shrinkdeps.baseline.json", "package.json"],
  );
  for (const { path, after } of files) writeFileSync(join(before.root, path), after);
  const after = readTree(before.root);
  assert.equal(checkBudget(after).over, false);
  const again = updateBudget(after);
  assert.deepEqual([again.files, again.changes, again.kept], [[], [], []]);
});

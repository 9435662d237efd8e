import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { checkBudget } from "../../src/budget/check.ts";
import { readTreeOfCommit } from "../../src/project/git/base.ts";
import { readTree } from "../../src/project/read.ts";
import { shrinkdeps } from "../cli/command.ts";
import { commit, folder, git, write } from "../project/git/repositories.ts";
import { failure, filesOf, type Parts } from "./projects.ts";

const old: Parts = { direct: ["web", "tiny"], packages: { web: { needs: ["a"] }, a: {}, tiny: {} } };
const grown: Parts = {
  direct: ["web", "tiny", "big"],
  packages: { web: { needs: ["a"] }, a: { script: true }, tiny: {}, big: { needs: ["deep"] }, deep: { script: true } },
};

/** A repository with the project `before` on main, and `after` in the work tree, both at `directory`. */
function repository(context: TestContext, before: Parts, after: Parts, directory = ""): string {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main");
  const put = (parts: Parts) => {
    for (const [path, content] of Object.entries(filesOf(parts))) write(root, join(directory, path), content);
  };
  put(before);
  commit(root, "before");
  rmSync(join(root, directory, "shrinkdeps.baseline.json"), { force: true });
  put(after);
  return join(root, directory);
}

function compare(root: string) {
  return checkBudget(readTree(root), { base: { ref: "main", ...readTreeOfCommit(root, "main") } });
}

function kinds(root: string): string[] {
  return compare(root).findings.map((finding) => {
    if (finding.kind === "limit") return finding.measurement.limit;
    return finding.kind === "expired" ? finding.kind : `${finding.kind} ${finding.package.identity}`;
  });
}

test("what a change adds and removes is told with chain, script and size", (context) => {
  const after = { ...grown, direct: ["web", "big"], packages: { ...grown.packages, tiny: undefined } };
  const { tiny: _, ...packages } = after.packages;
  const files = {
    "node_modules/big/package.json": '{"version":"1.0.0"}',
    "node_modules/big/data.js": "x".repeat(981),
  };
  const root = repository(context, old, { direct: after.direct, packages, files });
  const { difference } = compare(root);
  assert.deepEqual(
    difference?.added.map(({ identity, chain, installScript, bytes }) => [
      identity,
      chain?.packages,
      installScript,
      bytes,
    ]),
    [
      ["big", ["big@1.0.0"], false, 1000],
      ["deep", ["big@1.0.0", "deep@1.0.0"], true, undefined],
    ],
  );
  assert.deepEqual(difference?.removed, [{ identity: "tiny", versions: ["1.0.0"] }]);
  assert.deepEqual(
    difference?.gainedScripts.map(({ name }) => name),
    ["a"],
  );
});

test("new packages are findings, unless so many are allowed, or the baseline has them", (context) => {
  assert.deepEqual(kinds(repository(context, old, grown)), ["new big", "new deep"]);
  assert.deepEqual(kinds(repository(context, old, { ...grown, budget: { newPackages: 2 } })), []);
  const baseline = { big: { accepted: "2026-11-25", reason: "needed" }, deep: { accepted: "2026-11-25", with: "big" } };
  assert.deepEqual(kinds(repository(context, old, { ...grown, baseline })), []);
});

test("an old problem is no finding of a change that adds nothing to it", (context) => {
  const deny = [
    { package: "tiny", reason: "no" },
    { package: "deep", reason: "no" },
  ];
  const allow = [{ package: "web", reason: "once", expires: "2020-01-01" }];
  const budget = { packages: 2, direct: 1, installScripts: 0, newPackages: 9, deny, allow };
  assert.deepEqual(kinds(repository(context, { ...old, budget }, { ...old, budget })), []);
  const shrunk = { direct: ["web"], packages: { web: { needs: ["a"] }, a: {} }, budget: { ...budget, packages: 1 } };
  assert.deepEqual(kinds(repository(context, { ...old, budget }, shrunk)), []);
  assert.deepEqual(kinds(repository(context, { ...old, budget }, { ...grown, budget })), [
    "packages",
    "direct",
    "installScripts",
    "denied deep",
  ]);
});

test("a number that only an installed tree tells has grown when something of it is new", (context) => {
  const install = (names: readonly string[]) =>
    Object.fromEntries(
      names.map((name) => [`node_modules/${name}/package.json`, `{"version":"1.0.0","repository":"${name}/x"}`]),
    );
  const budget = { megabytes: 0, publishers: 0, newPackages: 9 };
  const before = { ...old, budget, files: install(["web", "a", "tiny"]) };
  const ignored = { "node_modules/web/data.js": "x".repeat(40_000) };
  assert.deepEqual(kinds(repository(context, old, { ...before, files: { ...before.files, ...ignored } })), []);
  const files = { ...install(["web", "a", "tiny", "big", "deep"]), "node_modules/big/data.js": "x".repeat(40_000) };
  assert.deepEqual(kinds(repository(context, old, { ...grown, budget, files })), ["megabytes", "publishers"]);
});

test("workspaces and a project below the root of its repository are read from the commit", (context) => {
  const root = repository(context, old, grown, "apps/shop");
  const { difference, measurements } = compare(root);
  assert.deepEqual(
    difference?.added.map(({ name }) => name),
    ["big", "deep"],
  );
  assert.deepEqual([measurements[0]?.before, measurements[0]?.actual], [3, 5]);
});

test("a commit whose project cannot be read is an error, never an empty one", (context) => {
  const root = repository(context, old, grown);
  write(root, "package-lock.json", "{");
  commit(root, "broken");
  write(root, "package-lock.json", filesOf(grown)["package-lock.json"] ?? "");
  assert.match(
    failure(() => checkBudget(readTree(root), { base: { ref: "HEAD", ...readTreeOfCommit(root, "HEAD") } })),
    /^HEAD:package-lock.json:\d+: the budget cannot be checked: it is not valid JSON/,
  );
  const empty = folder(context);
  git(empty, "init", "-q", "-b", "main");
  commit(empty, "nothing");
  for (const [path, content] of Object.entries(filesOf(old))) write(empty, path, content);
  assert.match(
    failure(() => readTreeOfCommit(empty, "main")),
    /^main:package.json: there is no manifest/,
  );
});

test("a commit from before the project's directory says so by its name", (context) => {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main");
  write(root, "readme.md", "harbour\n");
  commit(root, "before");
  write(root, "apps/shop/package.json", '{ "name": "shop" }');
  assert.equal(
    failure(() => readTreeOfCommit(join(root, "apps/shop"), "main")),
    "main:apps/shop: the project was not there yet (name another commit with --base, or check without it)",
  );
});

test("--base on the command line passes or fails on the difference alone", async (context) => {
  const root = repository(context, old, { ...grown, budget: { packages: 1, newPackages: 9 } }, "apps/shop");
  const over = await shrinkdeps(root, ["budget", "--base", "main"]);
  assert.equal(over.code, 1, over.stderr);
  assert.match(over.stdout, /packages +3 +5 +1 +4 over\n/);
  assert.match(over.stdout, /Since main \([0-9a-f]{12}\) this change adds 2 packages and removes no packages\n/);
  assert.match(over.stdout, /deep 1\.0\.0: size unknown, runs an install script; big@1\.0\.0 > deep@1\.0\.0\n/);
  commit(root, "after");
  const nothing = await shrinkdeps(root, ["budget", "--base", "HEAD"]);
  assert.equal(nothing.code, 0, nothing.stderr);
  assert.match(nothing.stdout, /^Within budget: this change exceeds none of 2 limits\.\n/);
  assert.match(nothing.stdout, /packages +5 +5 +1 +over before\n/);
  git(root, "branch", "-f", "old", "HEAD~1");
  const github = await shrinkdeps(root, ["budget", "--base", "old", "--format", "github"]);
  assert.match(
    github.stdout,
    /^::error file=apps\/shop\/package\.json,line=\d+,col=\d+,title=shrinkdeps budget::5 packages/,
  );
  const same = await shrinkdeps(root, ["budget", "--base", "old", "--cwd", root, "--format", "markdown"]);
  assert.match(same.stdout, /\| added \| versions \| size \| install script \| brought by \|\n/);
  const unknown = await shrinkdeps(root, ["budget", "--base", "nowhere"]);
  assert.equal(unknown.code, 2);
  assert.match(unknown.stderr, /^shrinkdeps: the commit "nowhere" is not in this repository \([^\n]+\)\n$/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkBudget } from "../../src/budget/check.ts";
import { ownerOf } from "../../src/project/publishers.ts";
import { failure, project, type Parts } from "./projects.ts";

const shop: Parts = {
  direct: ["web", "tiny"],
  packages: {
    web: { needs: ["a", "@s/x"] },
    a: {},
    "@s/x": { script: true },
    "@s/y": {},
    "web/node_modules/a": { version: "2.0.0" },
    tiny: { needs: ["@s/y"] },
  },
};
const today = "2026-11-25";

test("a denied package is a finding with the reason, the chain and the line that brings it", (context) => {
  const deny = [{ package: "a@2.0.0", reason: "stolen" }];
  const { findings } = checkBudget(project(context, { ...shop, budget: { deny } }), { today });
  const [finding, ...others] = findings;
  assert.deepEqual(others, []);
  assert.ok(finding?.kind === "denied");
  assert.deepEqual(finding.package.chain?.packages, ["web@1.0.0", "a@2.0.0"]);
  assert.deepEqual([finding.reason, finding.package.chain?.place?.line], ["stolen", 5]);
});

test("a denied scope is every package of it, until its day", (context) => {
  const denied = (day: string) => {
    const deny = [{ package: "@s/*", reason: "no", expires: "2026-11-25" }];
    const { findings } = checkBudget(project(context, { ...shop, budget: { deny } }), { today: day });
    return findings.flatMap((finding) => (finding.kind === "denied" ? [finding.package.name] : []));
  };
  assert.deepEqual(denied("2026-11-25"), ["@s/x", "@s/y"]);
  assert.deepEqual(denied("2026-11-26"), []);
});

test("an exception takes its package out of the counts and the denials until its day, and is a finding after it", (context) => {
  const budget = {
    packages: 4,
    installScripts: 0,
    deny: [{ package: "@s/y", reason: "no" }],
    allow: [{ package: "@s/*", reason: "our own", expires: "2026-11-25" }],
  };
  const inForce = checkBudget(project(context, { ...shop, budget }), { today: "2026-11-25" });
  assert.equal(inForce.over, false);
  assert.deepEqual(inForce.exceptions, [{ pattern: "@s/*", expires: "2026-11-25", reason: "our own" }]);
  const ended = checkBudget(project(context, { ...shop, budget }), { today: "2026-11-26" });
  assert.deepEqual(
    ended.findings.map((finding) => (finding.kind === "limit" ? finding.measurement.limit : finding.kind)),
    ["packages", "installScripts", "denied", "expired"],
  );
  const other = { ...budget, packages: 6, installScripts: 1, deny: [], allow: [{ ...budget.allow[0], package: "b" }] };
  assert.equal(checkBudget(project(context, { ...shop, budget: other }), { today: "2027-01-01" }).over, false);
});

test("a malformed list is told with its line", (context) => {
  const check = (budget: object) => failure(() => checkBudget(project(context, { ...shop, budget })));
  assert.match(check({ deny: {} }), /^package.json:\d+: "deny" must be a list/);
  assert.match(check({ deny: ["a"] }), /^package.json:\d+: an entry of "deny" must be an object/);
  assert.match(
    check({ deny: [{ package: "a" }] }),
    /^package.json:11: the entry for a in "deny" must say its "reason"/,
  );
  assert.match(check({ deny: [{ package: "a@^1", reason: "x" }] }), /"package" must name a package/);
  assert.match(check({ deny: [{ package: "*", reason: "x" }] }), /"package" must name a package/);
  assert.match(check({ deny: [{ package: "a", reason: "x", until: "x" }] }), /^package.json:14: "until" is nothing/);
  assert.match(check({ allow: [{ package: "a", reason: "x" }] }), /"expires" of a in "allow" must be a day/);
  for (const expires of ["2026-02-30", "2026-1-1", 20261231, "tomorrow"]) {
    assert.match(
      check({ allow: [{ package: "a", reason: "x", expires }] }),
      /^package.json:11: "expires" of a .* must be a day/,
    );
  }
});

test("duplicates are the versions beyond the first of each name", (context) => {
  const over = checkBudget(project(context, { ...shop, budget: { duplicates: 0 } })).findings[0];
  assert.ok(over?.kind === "limit");
  assert.deepEqual([over.measurement.actual, over.measurement.over], [1, 1]);
  assert.deepEqual(over.measurement.holders, [{ name: "a", workspaces: [], amount: 2, place: undefined }]);
});

test("publishers are scopes and the owners of repositories, and unknown where a package is not installed", (context) => {
  const manifest = (repository: unknown, version = "1.0.0") => ({ version, repository });
  const installed = {
    "node_modules/web/package.json": manifest({ type: "git", url: "git+https://github.com/Owner/web.git" }),
    "node_modules/a/package.json": manifest("github:owner/a"),
    "node_modules/tiny/package.json": manifest("other/tiny"),
  };
  const budget = { publishers: 3 };
  assert.match(
    failure(() => checkBudget(project(context, { ...shop, budget, files: installed }))),
    /^package.json:10: the limit "publishers" cannot be checked: a 2.0.0 is not installed/,
  );
  const files = { ...installed, "node_modules/web/node_modules/a/package.json": manifest(undefined, "2.0.0") };
  const [finding] = checkBudget(project(context, { ...shop, budget, files })).findings;
  assert.ok(finding?.kind === "limit");
  assert.equal(finding.measurement.actual, 4, "@s, owner, other, and a 2.0.0, which names nobody");
});

test("the owner of a repository is read in every form npm takes", () => {
  const forms: Record<string, string | undefined> = {
    "owner/repo": "github.com/owner",
    "gitlab:Owner/repo": "gitlab.com/owner",
    "https://www.github.com/owner/repo/tree/main/packages/x": "github.com/owner",
    "git@github.com:owner/repo.git": "github.com/owner",
    "git+ssh://git@github.com/owner/repo.git": "github.com/owner",
    "git://example.test:9418/owner/repo": "example.test/owner",
    "gist:11081aaa281": undefined,
    "": undefined,
    repo: undefined,
  };
  for (const [written, owner] of Object.entries(forms)) assert.equal(ownerOf(written), owner, written);
  assert.equal(ownerOf({ type: "git", url: "https://example.test/o/r" }), "example.test/o");
  assert.equal(ownerOf(3), undefined);
});

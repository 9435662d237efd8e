import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkBudget } from "../../src/budget/check.ts";
import type { BudgetResult } from "../../src/budget/result.ts";
import { updateBudget } from "../../src/budget/update.ts";
import { readTree } from "../../src/project/read.ts";
import { failure, project, type Parts } from "./projects.ts";

const shop: Parts = {
  direct: ["web", "tiny"],
  packages: { web: { needs: ["a", "b"] }, a: {}, b: { script: true }, tiny: {} },
};
const agreed = { a: {}, b: {}, tiny: {}, web: {} };
const today = "2026-11-25";

function newOnes({ findings }: BudgetResult): string[] {
  return findings.flatMap((finding) => (finding.kind === "new" ? [finding.package.identity] : [finding.kind]));
}

test("the first baseline is a line for each package, sorted, without versions", (context) => {
  const [file] = updateBudget(project(context, { ...shop, budget: { packages: 4 } })).files;
  assert.deepEqual(file, {
    path: "shrinkdeps.baseline.json",
    before: undefined,
    after: '{\n  "schema": 1,\n  "packages": {\n    "a": {},\n    "b": {},\n    "tiny": {},\n    "web": {}\n  }\n}\n',
  });
});

test("one package cannot slip in for another, though the number is the same", (context) => {
  const swapped = { direct: ["web", "tiny"], packages: { web: { needs: ["a", "evil"] }, a: {}, evil: {}, tiny: {} } };
  const result = checkBudget(project(context, { ...swapped, budget: { packages: 4 }, baseline: agreed }));
  assert.deepEqual(newOnes(result), ["evil"]);
  assert.deepEqual(result.baseline, { path: "shrinkdeps.baseline.json", recorded: 4, gone: ["b"] });
  assert.deepEqual(result.findings[0], {
    kind: "new",
    package: {
      identity: "evil",
      name: "evil",
      versions: ["1.0.0"],
      chain: {
        workspace: "",
        packages: ["web@1.0.0", "evil@1.0.0"],
        place: { path: "package.json", line: 5, column: 5 },
      },
      installScript: false,
      bytes: undefined,
    },
  });
});

test("another version is the same package, another source of the same name is not", (context) => {
  const version = { ...shop, packages: { ...shop.packages, a: { version: "2.0.0" } }, baseline: agreed };
  assert.deepEqual(newOnes(checkBudget(project(context, version))), []);
  const sources: Record<string, string> = {
    "git+ssh://git@example.test/evil/a.git#0123456789012345678901234567890123456789":
      "a (git+ssh://example.test/evil/a.git)",
    "https://example.test/a/files.tgz": "a (https://example.test/a/files.tgz)",
    "https://example.test/files/a.tgz": "a (https://example.test/files/a.tgz)",
    "https://registry.example.test/evil/-/evil-1.0.0.tgz": "a (https://registry.example.test/evil/-/evil-1.0.0.tgz)",
  };
  for (const [resolved, identity] of Object.entries(sources)) {
    const parts = { ...shop, packages: { ...shop.packages, a: { resolved } }, baseline: agreed };
    assert.deepEqual(newOnes(checkBudget(project(context, parts))), [identity]);
  }
  for (const path of ["mirror/npm/a/-/a-1.0.0.tgz", "download/a/1.0.0/0123abcd", "~/11/a/1.0.0.tgz"]) {
    const registry = { resolved: `https://registry.example.test/${path}` };
    const same = { ...shop, packages: { ...shop.packages, a: registry }, baseline: agreed };
    assert.deepEqual(newOnes(checkBudget(project(context, same))), [], path);
  }
});

test("a limit on new packages lets so many in", (context) => {
  const two = { a: {}, tiny: {} };
  const check = (newPackages: number) =>
    newOnes(checkBudget(project(context, { ...shop, budget: { newPackages }, baseline: two })));
  assert.deepEqual(check(2), []);
  assert.deepEqual(check(1), ["b", "web"]);
});

test("a limit on new packages without anything to compare with cannot be checked", (context) => {
  assert.match(
    failure(() => checkBudget(project(context, { ...shop, budget: { newPackages: 3 } }))),
    /^package.json:\d+: the limit "newPackages" cannot be checked: there is nothing to compare with: .*--update.*--base/,
  );
});

test("the update that a limit on new packages asks for records the first baseline", (context) => {
  const parts = { ...shop, budget: { newPackages: 0, packages: 4 } };
  const { files, changes } = updateBudget(project(context, parts));
  assert.deepEqual(
    files.map(({ path }) => path),
    ["shrinkdeps.baseline.json"],
  );
  assert.deepEqual(changes, []);
  const { packages } = JSON.parse(files[0]?.after ?? "") as { packages: Record<string, object> };
  assert.equal(checkBudget(project(context, { ...parts, baseline: packages })).over, false);
});

test("an update takes out what is gone and lets nothing in", (context) => {
  const before = { ...agreed, gone: { accepted: "2025-01-01", reason: "once" } };
  const { b: _, ...withoutB } = before;
  const { files, baseline } = updateBudget(project(context, { ...shop, budget: { packages: 4 }, baseline: withoutB }));
  assert.deepEqual(Object.keys(JSON.parse(files[0]?.after ?? "").packages), ["a", "tiny", "web"]);
  assert.deepEqual(baseline.removed, ["gone"]);
  assert.deepEqual(
    baseline.refused.map(({ identity, installScript }) => [identity, installScript]),
    [["b", true]],
  );
});

test("force raises numbers and adds no package", (context) => {
  const { b: _, ...withoutB } = agreed;
  const update = updateBudget(project(context, { ...shop, budget: { packages: 3 }, baseline: withoutB }), {
    force: true,
  });
  assert.deepEqual(
    update.changes.map(({ to }) => to),
    [4],
  );
  assert.deepEqual(
    update.files.map(({ path }) => path),
    ["package.json"],
  );
  assert.equal(update.baseline.refused.length, 1);
});

test("what is accepted enters with its reason and its day, and what it brings with its name", (context) => {
  const parts = { ...shop, budget: { packages: 4 }, baseline: { a: {} } };
  const accept = { packages: ["web"], reason: "the new shop" };
  const { files, baseline } = updateBudget(project(context, parts), { accept, today });
  assert.equal(
    files[0]?.after,
    [
      "{",
      '  "schema": 1,',
      '  "packages": {',
      '    "a": {},',
      '    "b": { "accepted": "2026-11-25", "with": "web" },',
      '    "web": { "accepted": "2026-11-25", "reason": "the new shop" }',
      "  }",
      "}",
      "",
    ].join("\n"),
  );
  assert.deepEqual(baseline.accepted, ["b", "web"]);
  assert.deepEqual(
    baseline.refused.map(({ name }) => name),
    ["tiny"],
  );
});

test("what is written is read again, and nothing is left to do", (context) => {
  const before = project(context, { ...shop, budget: { packages: 4 }, baseline: { a: {} } });
  const accept = { packages: ["web", "tiny"], reason: 'says "so"\\' };
  for (const { path, after } of updateBudget(before, { accept }).files) writeFileSync(join(before.root, path), after);
  const after = readTree(before.root);
  assert.equal(checkBudget(after).over, false);
  assert.deepEqual(updateBudget(after).files, []);
});

test("only what is new can be accepted", (context) => {
  const accepting = (...packages: string[]) =>
    failure(() =>
      updateBudget(project(context, { ...shop, baseline: { a: {}, b: {} } }), { accept: { packages, reason: "why" } }),
    );
  assert.equal(accepting("a"), '"a" is no new package (new are: tiny, web)');
  assert.match(accepting("web", "wbe"), /^"wbe" is no new package/);
});

test("a malformed baseline is told with its line", (context) => {
  const check = (text: string) =>
    failure(() => checkBudget(project(context, { ...shop, files: { "shrinkdeps.baseline.json": text } })));
  const path = "shrinkdeps.baseline.json";
  assert.match(check("{\n"), new RegExp(`^${path}:2: it is not valid JSON`));
  assert.match(check("[]"), new RegExp(`^${path}:1: it has no object "packages"`));
  assert.match(check('{\n"schema": 2,\n"packages": {} }'), new RegExp(`^${path}:2: its "schema" must be 1`));
  assert.match(check('{"schema": 1, "packages": {},\n"more": 1}'), new RegExp(`^${path}:2: "more" is nothing it has`));
  assert.match(
    check('{"schema": 1, "packages": {\n"a": true}}'),
    new RegExp(`^${path}:2: what is said of "a" must be {}`),
  );
  assert.match(check('{"schema": 1, "packages": {\n"a": {"why": ""}}}'), new RegExp(`^${path}:2: what is said of "a"`));
  const conflict = '{"schema": 1, "packages": {\n<<<<<<< ours\n"a": {}\n=======\n"b": {}\n>>>>>>> theirs\n}}';
  assert.match(check(conflict), new RegExp(`^${path}:2: it has merge conflict markers`));
});

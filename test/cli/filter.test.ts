import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import type { Analysis } from "../../src/analyze/analysis.ts";
import { makeProject, readTree, shrinkdeps } from "./command.ts";

const use = 'import leftPad from "left-pad";\nexport const a = (text) => leftPad(String(text), 5);\n';
const refused = 'import leftPad from "left-pad";\nexport const b = leftPad[process.argv[2]];\n';
const asked = { dependencies: { "left-pad": "^1.3.0" } };

/** The package goes from one workspace without more; another uses it in a way that stays. */
function harbour(context: TestContext): string {
  const manifest = (name: string) => ({ name, version: "1.0.0", type: "module", engines: { node: ">=20" }, ...asked });
  const root = { name: "harbour", private: true, workspaces: ["packages/*"] };
  return makeProject(context, {
    "package.json": root,
    "packages/a/package.json": manifest("@harbour/a"),
    "packages/a/index.js": use,
    "packages/b/package.json": manifest("@harbour/b"),
    "packages/b/index.js": refused,
    "package-lock.json": {
      name: "harbour",
      lockfileVersion: 3,
      requires: true,
      packages: {
        "": root,
        "node_modules/@harbour/a": { resolved: "packages/a", link: true },
        "node_modules/@harbour/b": { resolved: "packages/b", link: true },
        "node_modules/left-pad": { version: "1.3.0" },
        "packages/a": { name: "@harbour/a", version: "1.0.0", ...asked },
        "packages/b": { name: "@harbour/b", version: "1.0.0", ...asked },
      },
    },
  });
}

test("--filter removes a dependency from the workspace named, by name or path, and leaves it in another", async (context) => {
  for (const filter of ["@harbour/a", "packages/a", "./packages/a/", "packages/[a]"]) {
    const root = harbour(context);
    const before = readTree(root);
    const { code, stderr } = await shrinkdeps(root, ["apply", "--yes", "--filter", filter]);
    assert.equal(stderr, "");
    assert.equal(code, 0);
    const text = (path: string) => readFileSync(join(root, path), "utf8");
    assert.doesNotMatch(text("packages/a/package.json"), /left-pad/);
    assert.match(text("packages/a/index.js"), /padStart\(5\)/);
    assert.equal(text("packages/b/index.js"), before["packages/b/index.js"]);
    assert.equal(text("packages/b/package.json"), before["packages/b/package.json"]);
    const { packages } = JSON.parse(text("package-lock.json")) as {
      packages: Record<string, { dependencies?: object }>;
    };
    assert.equal(packages["packages/a"]?.dependencies, undefined);
    assert.deepEqual(packages["packages/b"]?.dependencies, asked.dependencies);
    assert.ok(packages["node_modules/left-pad"] !== undefined);
  }
});

test("without --filter what one workspace needs stays in all, and with it in that one", async (context) => {
  const root = harbour(context);
  const before = readTree(root);
  await shrinkdeps(root, ["apply", "--yes"]);
  await shrinkdeps(root, ["apply", "--yes", "--filter", "packages/b"]);
  assert.deepEqual(readTree(root), before);
});

test("analyze --filter reports the workspaces named, several times, and not the others", async (context) => {
  const root = harbour(context);
  const reported = async (...filters: readonly string[]) => {
    const { stdout } = await shrinkdeps(root, ["analyze", "--json", ...filters.flatMap((one) => ["--filter", one])]);
    const { dependencies, workspaces, totals } = JSON.parse(stdout) as Analysis;
    return [dependencies.map(({ workspace }) => workspace), workspaces.map(({ name }) => name), totals.direct];
  };
  assert.deepEqual(await reported("packages/a"), [["packages/a"], ["@harbour/a"], 1]);
  assert.deepEqual(await reported("packages/*"), [["packages/a", "packages/b"], ["@harbour/a", "@harbour/b"], 2]);
  assert.deepEqual(await reported(".", "@harbour/b"), [["packages/b"], ["harbour", "@harbour/b"], 1]);
});

test("explain --filter tells the ways, entries and uses of the workspaces named", async (context) => {
  const root = harbour(context);
  const all = await shrinkdeps(root, ["explain", "left-pad"]);
  assert.match(all.stdout, /@harbour\/a > left-pad@1\.3\.0[^]*@harbour\/b > left-pad@1\.3\.0/);
  const { stdout, stderr, code } = await shrinkdeps(root, ["explain", "left-pad", "--filter", "packages/b"]);
  assert.deepEqual([stderr, code], ["", 0]);
  assert.match(stdout, /@harbour\/b > left-pad@1\.3\.0/);
  assert.match(stdout, /in dependencies.*packages\/b\/package\.json/);
  assert.match(stdout, /packages\/b\/index\.js:2/);
  assert.doesNotMatch(stdout, /@harbour\/a|packages\/a/);
  const root0 = await shrinkdeps(root, ["explain", "left-pad", "--filter", "."]);
  assert.equal(root0.code, 2);
  assert.match(root0.stderr, /no workspace that --filter names needs "left-pad".*packages\/b\/package\.json have it/s);
});

test("a filter that names no workspace is a mistake, with the names there are", async (context) => {
  const { code, stderr } = await shrinkdeps(harbour(context), ["analyze", "--filter", "packages/c"]);
  assert.equal(code, 2);
  assert.match(stderr, /no workspace is named "packages\/c".*there are harbour, @harbour\/a, @harbour\/b/s);
});

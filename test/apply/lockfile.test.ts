import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ShrinkdepsError } from "../../src/errors.ts";
import { removeFromNpmLockfile } from "../../src/apply/lockfile/npm/remove.ts";
import { assertSameAsNpm, importersOf, makeProject, removalsOf, removeOurselves } from "./lockfile/compare.ts";
import { npm } from "./lockfile/npm.ts";
import { quickScenes } from "./lockfile/scenes.ts";
import { removeTree } from "./tree.ts";

const [shared, workspaces] = Object.values(quickScenes);
assert.ok(shared !== undefined && workspaces !== undefined);

const context = (manifest = "{}") => ({
  path: "package-lock.json",
  workspaces: new Set<string>(),
  manifests: new Map([["", manifest]]),
  read: () => undefined,
});
const remove = (text: string, ...names: string[]) =>
  removeFromNpmLockfile(text, new Map([["", new Set(names)]]), context()).text;

test("a removal writes what npm uninstall writes, flags of what stays included", () => {
  for (const version of [3, 1]) {
    const root = makeProject(shared, version);
    const sets = removalsOf(shared, "").filter((names) => version === 3 || names.length > 1);
    for (const names of sets) assertSameAsNpm(root, shared, "", names, version);
    removeTree(root);
  }
});

test("where npm is told to leave peers alone, nothing stays for the sake of one", () => {
  const scene = { "": { dependencies: { react: "17.0.2", "react-dom": "18.2.0" } } };
  const root = makeProject(scene, 3, "legacy-peer-deps=true\n");
  for (const names of removalsOf(scene, "")) assertSameAsNpm(root, scene, "", names, 3);
  removeTree(root);
});

test("a removal from a workspace writes what npm uninstall --workspace writes", () => {
  const root = makeProject(workspaces, 2);
  for (const directory of importersOf(workspaces)) {
    const sets = removalsOf(workspaces, directory).filter((names) => directory === "packages/b" || names.length > 1);
    for (const names of sets) assertSameAsNpm(root, workspaces, directory, names, 2);
  }
  removeTree(root);
});

test("npm ci accepts the edited lockfile, and npm install finds nothing to change in it", () => {
  const root = makeProject(shared, 3);
  const { lock, manifest } = removeOurselves(root, shared, "", ["chalk", "rimraf", "chokidar"]);
  assert.ok(lock.freed.includes("supports-color@7.2.0") && !lock.freed.some((name) => name.startsWith("glob@")));
  writeFileSync(join(root, "package.json"), manifest);
  writeFileSync(join(root, "package-lock.json"), lock.text);
  npm(root, "ci");
  npm(root, "install", "--package-lock-only", "--offline");
  assert.equal(readFileSync(join(root, "package-lock.json"), "utf8"), lock.text);
  removeTree(root);
});

const small = {
  lockfileVersion: 3,
  packages: {
    "": { dependencies: { a: "1" }, devDependencies: { b: "1" } },
    "node_modules/a": { version: "1.0.0", dependencies: { c: "1" } },
    "node_modules/b": { version: "1.0.0", dev: true, dependencies: { c: "1" } },
    "node_modules/c": { version: "1.0.0", license: "MIT" },
  },
};

test("only lines that go and flags that change are touched, in whatever formatting", () => {
  for (const indent of ["", "\t", "    "]) {
    const text = `\uFEFF${JSON.stringify(small, null, indent)}`.replaceAll("\n", "\r\n");
    const after = {
      lockfileVersion: 3,
      packages: {
        "": { devDependencies: { b: "1" } },
        "node_modules/b": small.packages["node_modules/b"],
        "node_modules/c": { version: "1.0.0", dev: true, license: "MIT" },
      },
    };
    const expected = `\uFEFF${JSON.stringify(after, null, indent)}`.replaceAll("\n", "\r\n");
    assert.equal(remove(text, "a"), expected);
  }
});

test("a lockfile of npm 6 gets no flag that npm 6 does not have", () => {
  const dependencies = {
    a: { version: "1.0.0", dev: true, requires: { d: "1" } },
    b: { version: "1.0.0", optional: true, requires: { d: "1", e: "1" } },
    c: { version: "1.0.0", requires: { e: "1" } },
    d: { version: "1.0.0" },
    e: { version: "1.0.0" },
    f: { version: "1.0.0", dev: true, requires: { e: "1" } },
  };
  const manifest = { dependencies: { c: "1" }, devDependencies: { a: "1", f: "1" }, optionalDependencies: { b: "1" } };
  const text = JSON.stringify({ lockfileVersion: 1, dependencies }, null, 2);
  const given = context(JSON.stringify(manifest));
  const { text: edited } = removeFromNpmLockfile(text, new Map([["", new Set(["c"])]]), given);
  const { c, ...left } = dependencies;
  assert.ok(c !== undefined);
  assert.equal(edited, JSON.stringify({ lockfileVersion: 1, dependencies: left }, null, 2));
});

test("entries that nothing needed before are left alone", () => {
  const stale = { ...small, packages: { ...small.packages, "node_modules/stale": { version: "1.0.0" } } };
  assert.match(remove(JSON.stringify(stale), "a"), /node_modules\/stale/);
});

test("a name the lockfile does not have changes nothing", () => {
  const text = JSON.stringify(small);
  for (const name of ["d", "__proto__", "constructor", "", "../a"]) assert.equal(remove(text, name), text);
});

test("a cycle that nothing leads to any more goes whole", () => {
  const packages = {
    "": { dependencies: { a: "1" } },
    "node_modules/a": { version: "1.0.0", dependencies: { b: "1" } },
    "node_modules/b": { version: "1.0.0", dependencies: { a: "1" } },
  };
  assert.equal(
    remove(JSON.stringify({ lockfileVersion: 3, packages }), "a"),
    '{"lockfileVersion":3,"packages":{"":{}}}',
  );
});

test("what is no lockfile of npm is an error with its place", () => {
  for (const text of [
    "",
    "[]",
    "<<<<<<< HEAD\n{}",
    '{"lockfileVersion": 4, "packages": {}}',
    '{"lockfileVersion": "3", "packages": {}}',
    '{"packages": {}}',
  ]) {
    assert.throws(
      () => remove(text, "a"),
      (error) => error instanceof ShrinkdepsError && error.kind === "lockfile" && error.path === "package-lock.json",
    );
  }
  assert.equal(remove("{}", "a"), "{}");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { removeFromBunLockfile } from "../../src/apply/lockfile/bun/remove.ts";
import { removeFromManifest } from "../../src/apply/manifest.ts";
import { ShrinkdepsError } from "../../src/errors.ts";
import { bunLock, harbourOfBun } from "../project/bun-locks.ts";

function remove(text: string, removed: Readonly<Record<string, readonly string[]>>) {
  const manifests = Object.entries(harbourOfBun).map(
    ([path, json]) => [path.replace(/\/?package\.json$/, ""), JSON.stringify(json)] as const,
  );
  return removeFromBunLockfile(text, new Map(Object.entries(removed).map(([at, names]) => [at, new Set(names)])), {
    path: "bun.lock",
    workspaces: new Set(["packages/crane", "packages/pier"]),
    manifests: new Map(manifests),
    read: () => undefined,
  });
}

test("a dependency goes with what only it needs, and overrides and trust of what went", () => {
  const { text, freed, notes } = remove(bunLock, { "packages/crane": ["rope"] });
  assert.deepEqual(freed, ["rope@2.0.0", "thread@2.0.0"]);
  assert.equal(
    text,
    bunLock
      .replace('        "rope": "2.0.0",\n', "")
      .replace(/ {2}"trustedDependencies": \[\n.*\n {2}\],\n/, "")
      .replace(/ {2}"overrides": \{\n.*\n {2}\},\n/, "")
      .replace(/ {4}"thread": \[.*\n\n/, "")
      .replace(/\n {4}"@harbour\/crane\/rope": .*\n/, ""),
  );
  assert.deepEqual(notes, []);
});

test("a package that an alias still needs stays, and one that could move up is said", () => {
  const { freed, catalogs, text } = remove(bunLock, { "": ["moor"] });
  assert.deepEqual(freed, []);
  assert.deepEqual([...(catalogs ?? [])], ["default\nmoor"]);
  assert.ok(!text.includes('    "moor": ') && text.includes('"knot": ["moor@1.0.0"'));
  const { notes } = remove(bunLock, { "": ["rope"] });
  assert.deepEqual(notes, ["bun.lock keeps rope@2.0.0 where it was hoisted to: `bun install` may move it"]);
});

test("a patch of a version goes with it while others of the name stay, and a lockfile without packages goes as a whole", () => {
  const lock = (packages: string, patched: string) =>
    `{\n  "lockfileVersion": 1,\n  "workspaces": {\n    "": {\n      "name": "pier",\n      "dependencies": {\n        "moor": "2.0.0",${packages === "" ? "" : '\n        "crane": "1.0.0",'}\n      },\n    },\n  },\n${patched}  "packages": {\n    "moor": ["moor@2.0.0", "", {}, "sha512-a"],\n${packages}  }\n}\n`;
  const crane = `\n    "crane": ["crane@1.0.0", "", { "dependencies": { "moor": "^1.0.0" } }, "sha512-b"],\n\n    "crane/moor": ["moor@1.0.0", "", {}, "sha512-c"],\n`;
  const patched = '  "patchedDependencies": {\n    "moor@2.0.0": "patches/moor.patch",\n  },\n';
  const take = (text: string) =>
    removeFromBunLockfile(text, new Map([["", new Set(["moor"])]]), {
      path: "bun.lock",
      workspaces: new Set(),
      manifests: new Map([["", '{"name":"pier"}']]),
      read: () => undefined,
    });
  const { text, freed, isEmpty, notes } = take(lock(crane, patched));
  assert.deepEqual([freed, isEmpty], [["moor@2.0.0"], false]);
  assert.ok(!text.includes("patch") && text.includes('"crane/moor"'), text);
  assert.deepEqual(notes, ["bun.lock keeps moor@1.0.0 where it was hoisted to: `bun install` may move it"]);
  assert.equal(take(lock("", "")).isEmpty, true);
});

test("a section left empty goes, and peers from the list of optional ones", () => {
  const { text } = remove(bunLock, { "packages/pier": ["tide"], "packages/crane": ["sail"] });
  assert.ok(text.includes('    "packages/pier": {\n      "name": "pier",\n    },\n'), text);
  assert.ok(!text.includes('peerDependencies": {\n') && !text.includes('        "sail",'));
});

test("catalogs that nothing names any more go from the manifest, wherever they stand", () => {
  const catalogs = new Set(["default\nmoor", "old\nmoor"]);
  const after = (json: object) =>
    JSON.parse(removeFromManifest(JSON.stringify(json), ["moor"], { catalogs, gone: new Set(["moor"]) }));
  assert.deepEqual(
    after({
      workspaces: { packages: ["packages/*"], catalog: { anchor: "1", moor: "1" }, catalogs: { old: { moor: "1" } } },
      devDependencies: { moor: "catalog:" },
      patchedDependencies: { "moor@1.0.0": "patches/moor.patch" },
    }),
    { workspaces: { packages: ["packages/*"], catalog: { anchor: "1" } } },
  );
  assert.deepEqual(after({ catalog: { moor: "1" }, catalogs: { old: { moor: "1" }, new: { moor: "1" } } }), {
    catalogs: { new: { moor: "1" } },
  });
});

test("version 0 repeats a workspace's needs, and both lose them", () => {
  const zero = bunLock
    .replace(": 1,", ": 0,")
    .replace(
      '"packages/pier"]'.replace("packages/pier", "pier@workspace:packages/pier"),
      '"pier@workspace:packages/pier", { "optionalDependencies": { "tide": "github:dock/tide" } }]',
    );
  const { text } = remove(zero, { "packages/pier": ["tide"] });
  assert.ok(text.includes('    "pier": ["pier@workspace:packages/pier", {'), text);
  assert.ok(!text.includes("tide"));
});

test("what is no bun.lock of a known version is an error, and a name it lacks changes nothing", () => {
  for (const text of ["", "[]", bunLock.replace(": 1,", ": 9,")]) {
    assert.throws(
      () => remove(text, { "": ["rope"] }),
      (error) => error instanceof ShrinkdepsError && error.kind === "lockfile" && error.path === "bun.lock",
    );
  }
  for (const name of ["no", "__proto__", "constructor", ""]) {
    assert.equal(remove(bunLock, { "": [name], "packages/crane": [name] }).text, bunLock);
  }
});

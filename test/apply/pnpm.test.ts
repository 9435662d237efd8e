import assert from "node:assert/strict";
import { test } from "node:test";
import { removeFromPnpmLockfile } from "../../src/apply/lockfile/pnpm/remove.ts";
import { removeFromManifest } from "../../src/apply/manifest.ts";
import { ShrinkdepsError } from "../../src/errors.ts";
import { harbour, pnpmLocks } from "../project/pnpm-locks.ts";

type Removed = Readonly<Record<string, readonly string[]>>;

function remove(text: string, removed: Removed, settings: Readonly<Record<string, string>> = {}) {
  const manifests = new Map([
    ["", JSON.stringify(harbour["package.json"])],
    ["packages/crane", JSON.stringify(harbour["packages/crane/package.json"])],
    ["packages/pier", JSON.stringify(harbour["packages/pier/package.json"])],
  ]);
  if (settings["package.json"] !== undefined) manifests.set("", settings["package.json"]);
  return removeFromPnpmLockfile(text, new Map(Object.entries(removed).map(([at, names]) => [at, new Set(names)])), {
    path: "pnpm-lock.yaml",
    workspaces: new Set(["packages/crane", "packages/pier"]),
    manifests,
    read: (path) => settings[path],
  });
}

test("a dependency goes with what only it needs, from importers, packages and snapshots", () => {
  const { text, freed } = remove(pnpmLocks["9.0"], { "packages/crane": ["@dock/rope"] });
  assert.deepEqual(freed, ["@dock/rope@1.0.0", "fibre@0.3.0"]);
  assert.ok(!/rope|fibre|sail/.test(text) && text.includes("  anchor@1.0.0: {}\n\n  moor@1.2.0: {}\n"));
  const lost = pnpmLocks["9.0"].split("\n").length - text.split("\n").length;
  assert.equal(lost, 3 + 9 + 4 + 7);
  for (const version of ["5.4", "6.0"] as const) {
    const old = remove(pnpmLocks[version], { "packages/crane": ["@dock/rope"] });
    assert.deepEqual(old.freed, freed);
    assert.ok(!/rope|fibre|sail/.test(old.text));
  }
});

test("what another importer needs stays, with the flags pnpm gives it then", () => {
  const gone = { "packages/crane": ["knot"] };
  assert.deepEqual(remove(pnpmLocks["9.0"], gone).freed, []);
  const knot = "      knot:\n        specifier: npm:moor@^1.0.0\n        version: /moor@1.2.0\n";
  const moor = "    resolution: {integrity: sha512-moor}\n";
  assert.equal(
    remove(pnpmLocks["6.0"], gone).text,
    pnpmLocks["6.0"].replace(knot, "").replace(moor, `${moor}    dev: true\n`),
  );
  assert.equal(
    remove(pnpmLocks["5.4"], { "": ["moor"] }).text,
    pnpmLocks["5.4"]
      .replace("      moor: ^1.0.0\n", "")
      .replace("    devDependencies:\n      moor: 1.2.0\n", "")
      .replace(moor, `${moor}    dev: false\n`),
  );
});

test("a workspace that the lockfile does not know is refused, not left behind", () => {
  assert.throws(
    () => remove(pnpmLocks["9.0"], { "packages/quay": ["moor"] }),
    (error) => error instanceof ShrinkdepsError && error.message === "it does not know packages/quay/package.json",
  );
});

test("what an importer says of a dependency goes where no manifest has the name, and the patch of a version with it", () => {
  const meta = "    dependenciesMeta:\n      moor:\n        injected: true\n";
  const lock = `lockfileVersion: '9.0'

patchedDependencies:
  moor@2.0.0:
    hash: h
    path: patches/moor.patch

importers:

  .:
    dependencies:
      crane:
        specifier: 1.0.0
        version: 1.0.0
      moor:
        specifier: 2.0.0
        version: 2.0.0(patch_hash=h)
${meta}
packages:

  crane@1.0.0:
    resolution: {integrity: sha512-a}

  moor@1.0.0:
    resolution: {integrity: sha512-b}

  moor@2.0.0:
    resolution: {integrity: sha512-c}

snapshots:

  crane@1.0.0:
    dependencies:
      moor: 1.0.0

  moor@1.0.0: {}

  moor@2.0.0(patch_hash=h): {}
`;
  const some = remove(lock, { "": ["moor"] });
  assert.deepEqual(some.freed, ["moor@2.0.0"]);
  assert.ok(!/patch/.test(some.text) && some.text.includes(meta), some.text);
  const all = remove(lock, { "": ["moor", "crane"] });
  assert.ok(!/moor/.test(all.text), all.text);
});

test("flags of version 9 are written and taken away in their place, in either form", () => {
  const needs = (name: string, section: string, children = "") =>
    `  ${name}@1.0.0:\n    ${section}:\n      shared: 1.0.0\n${children}`;
  const lock = (snapshot: string) =>
    [
      "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    dependencies:\n",
      ...["a", "b"].map((name) => `      ${name}:\n        specifier: 1.0.0\n        version: 1.0.0\n`),
      "\npackages:\n",
      ...["a", "b", "shared"].map((name) => `\n  ${name}@1.0.0:\n    resolution: {integrity: sha512-${name}}\n`),
      `\nsnapshots:\n\n${needs("a", "dependencies")}\n${needs("b", "optionalDependencies")}\n  shared@1.0.0:${snapshot}\n`,
    ].join("");
  const { text } = remove(lock(" {}"), { "": ["a"] });
  assert.ok(text.endsWith("\n  shared@1.0.0:\n    optional: true\n"), text);
  assert.ok(text.endsWith(lock("\n    optional: true").slice(-60)));
  const withMore = "\n    transitivePeerDependencies:\n      - x";
  assert.ok(remove(lock(withMore), { "": ["a"] }).text.endsWith(`shared@1.0.0:${withMore}\n    optional: true\n`));
  const crlf = remove(lock(" {}").replaceAll("\n", "\r\n"), { "": ["a"] }).text;
  assert.equal(crlf, text.replaceAll("\n", "\r\n"));
});

test("an importer without dependencies stays, and a lockfile without packages has no section for them", () => {
  const { text } = remove(pnpmLocks["9.0"], { "packages/pier": ["anchor"] });
  assert.ok(text.includes("\n  packages/pier: {}\n\npackages:\n"));
  const all = remove(pnpmLocks["9.0"], {
    "": ["moor", "tide"],
    "packages/crane": ["@dock/rope", "anchor", "knot", "pier"],
    "packages/pier": ["anchor"],
  });
  assert.ok(all.text.endsWith("importers:\n\n  .: {}\n\n  packages/crane: {}\n\n  packages/pier: {}\n"), all.text);
  const single =
    "lockfileVersion: '6.0'\n\ndependencies:\n  a:\n    specifier: 1.0.0\n    version: 1.0.0\n\npackages:\n\n  /a@1.0.0:\n    resolution: {integrity: x}\n    dev: false\n";
  assert.equal(remove(single, { "": ["a"] }).text, "lockfileVersion: '6.0'\n");
});

const written = `packages:
  - packages/*

# agreed on in spring
catalog:
  # holds the cargo
  anchor: 1.0.0 # exact
  moor: ^1.0.0

catalogs:
  old:
    moor: ^1.0.0

overrides:
  fibre: 0.3.0
  '@dock/rope>thread': 1.0.0
  sail: '-'
  moor@1: 1.2.0

patchedDependencies:
  '@dock/rope@1.0.0': patches/rope.patch
`;
const lockOf = (catalog: string) =>
  pnpmLocks["9.0"]
    .replace(
      "importers:",
      `${catalog}overrides:\n  '@dock/rope>thread': 1.0.0\n  fibre: 0.3.0\n  moor@1: 1.2.0\n  sail: '-'\n\n` +
        "patchedDependencies:\n  '@dock/rope@1.0.0':\n    hash: abc\n    path: patches/rope.patch\n\nimporters:",
    )
    .replace("specifier: npm:moor@^1.0.0", "specifier: 'catalog:old'");

test("catalogs, overrides and patches left without a user go from the lockfile and pnpm-workspace.yaml alike", () => {
  const { text, settings, notes } = remove(
    lockOf(""),
    { "packages/crane": ["@dock/rope"] },
    { "pnpm-workspace.yaml": written },
  );
  assert.match(text, /\n\noverrides:\n  moor@1: 1\.2\.0\n  sail: '-'\n\nimporters:/);
  assert.deepEqual(settings?.[0]?.path, "pnpm-workspace.yaml");
  assert.equal(
    settings?.[0]?.after,
    written.replace(/  fibre.*\n.*thread.*\n/, "").replace(/\npatchedDependencies:\n.*\n$/, ""),
  );
  assert.deepEqual(notes, ["the patch patches/rope.patch has no user any more: delete it"]);
});

test("an entry of a catalog goes with its last user, and comments of others stay", () => {
  const catalog =
    "catalogs:\n  default:\n    anchor:\n      specifier: 1.0.0\n      version: 1.0.0\n  old:\n    knot:\n      specifier: ^1.0.0\n      version: 1.2.0\n\n";
  const lock = lockOf(catalog).replaceAll("        specifier: 1.0.0\n", "        specifier: 'catalog:'\n");
  const only = (removed: Removed) =>
    remove(lock, removed, { "pnpm-workspace.yaml": written.replace("    moor:", "    knot:") });
  const one = only({ "packages/pier": ["anchor"] });
  assert.equal(one.settings, undefined);
  const both = only({ "packages/pier": ["anchor"], "packages/crane": ["anchor", "@dock/rope", "knot"] });
  assert.ok(!both.text.includes("catalogs:"));
  const after = both.settings?.[0]?.after ?? "";
  assert.ok(
    after.includes("# agreed on in spring\ncatalog:\n  # holds the cargo\n  moor: ^1.0.0\n\noverrides:\n"),
    after,
  );
});

test("settings of pnpm in package.json go with the last that has the name, and what hides a name stays", () => {
  const manifest = JSON.stringify(
    {
      dependencies: { rope: "1.0.0" },
      pnpm: {
        overrides: { fibre: "1", "rope@1>thread": "1", "a@>=1 <2>fibre@2": "1", sail: "-", fibres: "1" },
        patchedDependencies: { "rope@1.0.0": "patches/rope.patch" },
        packageExtensions: { "rope@1": {}, "fibre@>=2": {} },
      },
    },
    undefined,
    2,
  );
  const gone = new Set(["rope", "fibre", "sail"]);
  assert.deepEqual(JSON.parse(removeFromManifest(manifest, ["rope"], { gone })), {
    pnpm: { overrides: { sail: "-", fibres: "1" } },
  });
  const kept = JSON.parse(removeFromManifest(manifest, ["rope"], { gone: new Set(["rope"]) }));
  assert.deepEqual(Object.keys(kept.pnpm), ["overrides", "packageExtensions"]);
});

test("what stays as a peer of another is said", () => {
  const { freed, notes } = remove(pnpmLocks["9.0"], { "packages/crane": ["anchor"], "packages/pier": ["anchor"] });
  assert.deepEqual(freed, []);
  assert.match(notes?.[0] ?? "", /^anchor stays in pnpm-lock.yaml as a peer of @dock\/rope/);
});

test("a lockfile that cannot be read is an error with its line, and a name it lacks changes nothing", () => {
  for (const [text, line] of [
    ["lockfileVersion: '9.0'\n<<<<<<< x\n", 2],
    ["lockfileVersion: '4.0'\n", 1],
    ["a: &b\n", 1],
  ] as const) {
    assert.throws(
      () => remove(text, { "": ["a"] }),
      (error) => error instanceof ShrinkdepsError && error.kind === "lockfile" && error.line === line,
    );
  }
  for (const name of ["no", "__proto__", "constructor", ""]) {
    assert.equal(remove(pnpmLocks["9.0"], { "": [name], "packages/crane": [name] }).text, pnpmLocks["9.0"]);
  }
});

import { after, test } from "node:test";
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ShrinkdepsError } from "../../src/errors.ts";
import { apply, prepare } from "../../src/apply/apply.ts";
import { undo } from "../../src/apply/undo.ts";
import { readProject } from "../../src/project/read.ts";
import type { FilePlan, NewFile, Plan } from "../../src/rewrite/plan.ts";
import { npm } from "./lockfile/npm.ts";
import { makeTree, removeTree, snapshot } from "./tree.ts";

const roots: string[] = [];
after(() => roots.forEach(removeTree));

function open(files: Readonly<Record<string, string>>): string {
  const root = makeTree(files);
  roots.push(root);
  return root;
}

/** A plan that removes packages from the root's manifest, with texts by path: before, after. */
function planOf(
  packages: readonly string[],
  files: Readonly<Record<string, readonly [string, string, ...string[]]>> = {},
  newFiles: readonly NewFile[] = [],
): Plan {
  return {
    packages: packages.map((name) => ({
      package: name,
      outcome: "remove",
      reasons: [],
      usages: [],
      deviations: [],
      replacement: undefined,
    })),
    files: Object.entries(files).map(([path, [before, text, ...names]]): FilePlan => ({
      path,
      before,
      after: text,
      edits: [],
      packages: names,
    })),
    newFiles,
    removals: packages.map((name) => ({ manifest: "package.json", name, package: name })),
  };
}

const nothing: Plan = { packages: [], files: [], newFiles: [], removals: [] };
const manifest = (names: readonly string[]) =>
  `${JSON.stringify({ name: "pier", dependencies: Object.fromEntries(names.map((name) => [name, "1.0.0"])) }, null, 2)}\n`;
const lockOf = (names: readonly string[]) => {
  const dependencies = Object.fromEntries(names.map((name) => [name, "1.0.0"]));
  const installed = names.map((name) => [`node_modules/${name}`, { version: "1.0.0" }] as const);
  const packages = { "": { name: "pier", dependencies }, ...Object.fromEntries(installed) };
  return `${JSON.stringify({ name: "pier", lockfileVersion: 3, requires: true, packages }, null, 2)}\n`;
};
const pier = {
  "package.json": manifest(["left-pad", "xtend"]),
  "package-lock.json": lockOf(["left-pad", "xtend"]),
  "src/a.js": "const pad = require('left-pad');\npad('1', 5);\n",
};
const rewritten = { "src/a.js": [pier["src/a.js"], "'1'.padStart(5);\n", "left-pad"] } as const;
const helper = { path: "src/native/pad.js", text: "exports.pad = 1;\n", packages: ["left-pad"] };

test("sources, helpers, manifest and lockfile change together, and undo takes all back", async () => {
  const root = open(pier);
  const before = snapshot(root);
  const receipt = await apply(readProject(root), planOf(["left-pad"], rewritten, [helper]));
  assert.deepEqual(receipt, {
    schema: 1,
    removed: ["left-pad"],
    partial: [],
    putBack: [],
    freed: ["left-pad@1.0.0"],
    files: [
      { path: "src/a.js", change: "modified" },
      { path: "src/native/pad.js", change: "created" },
      { path: "package.json", change: "modified" },
      { path: "package-lock.json", change: "modified" },
    ],
    notProved: ["types were not checked: the project has no tsconfig.json"],
    next: ["npm install"],
    installation: { kind: "left-alone" },
  });
  assert.equal(readFileSync(join(root, "package.json"), "utf8"), manifest(["xtend"]));
  assert.equal(readFileSync(join(root, "package-lock.json"), "utf8"), lockOf(["xtend"]));
  assert.equal(undo(root).kind, "undone");
  assert.deepEqual(snapshot(root), before);
});

test("preparing writes nothing", async () => {
  const root = open(pier);
  const before = snapshot(root);
  const prepared = await prepare(readProject(root), planOf(["left-pad"], rewritten, [helper]));
  assert.equal(prepared.changes.length, 4);
  assert.deepEqual(snapshot(root), before);
  assert.ok(!existsSync(join(root, ".shrinkdeps")));
});

test("an empty plan writes nothing, and leaves the receipt of the last apply for undo", async () => {
  const fresh = open(pier);
  const receipt = await apply(readProject(fresh), nothing, { install: true });
  assert.deepEqual([receipt.files, receipt.next, receipt.notProved], [[], [], []]);
  assert.ok(!existsSync(join(fresh, ".shrinkdeps")));
  const root = open(pier);
  await apply(readProject(root), planOf(["left-pad"], rewritten));
  await apply(readProject(root), nothing);
  assert.equal(undo(root).kind, "undone");
});

test("a helper that is there already is kept, and one with another content is a conflict", async () => {
  const same = open({ ...pier, [helper.path]: helper.text });
  const receipt = await apply(readProject(same), planOf(["left-pad"], rewritten, [helper]));
  assert.ok(!receipt.files.some((file) => file.path === helper.path));
  const other = open({ ...pier, [helper.path]: "mine\n" });
  await assert.rejects(
    apply(readProject(other), planOf(["left-pad"], rewritten, [helper])),
    (error) => error instanceof ShrinkdepsError && error.kind === "conflict" && error.path === helper.path,
  );
  assert.equal(readFileSync(join(other, "package.json"), "utf8"), pier["package.json"]);
});

test("a source saved by an editor after it was read is not overwritten, and nothing else is written", async () => {
  const root = open(pier);
  const project = readProject(root);
  writeFileSync(join(root, "src/a.js"), "// saved\n");
  const before = snapshot(root);
  await assert.rejects(apply(project, planOf(["left-pad"], rewritten)), /changed by someone else/);
  assert.deepEqual(snapshot(root), before);
});

test("a manifest or lockfile changed after it was read is a conflict too", async () => {
  const root = open(pier);
  const project = readProject(root);
  writeFileSync(join(root, "package.json"), manifest(["left-pad", "xtend", "has"]));
  await assert.rejects(apply(project, planOf(["left-pad"], rewritten)), /changed by someone else/);
  assert.equal(readFileSync(join(root, "src/a.js"), "utf8"), pier["src/a.js"]);
});

test("an override of what left the tree goes with it", async () => {
  const json = {
    name: "pier",
    dependencies: { "left-pad": "1.0.0", xtend: "1.0.0" },
    overrides: { "left-pad": "1.0.0" },
  };
  const root = open({ ...pier, "package.json": JSON.stringify(json) });
  await apply(readProject(root), planOf(["left-pad"], rewritten));
  assert.equal(readFileSync(join(root, "package.json"), "utf8"), '{"name":"pier","dependencies":{"xtend":"1.0.0"}}');
});

test("a planned edit of the manifest and the removal from it meet in one file", async () => {
  const before = '{ "scripts": { "x": "left-pad 1" }, "dependencies": { "left-pad": "1", "xtend": "1" } }';
  const edited = before.replace("left-pad 1", "node -p 1");
  const root = open({ "package.json": before });
  const plan = planOf(["left-pad"], { "package.json": [before, edited, "left-pad"] });
  const receipt = await apply(readProject(root), plan);
  assert.deepEqual(receipt.files, [{ path: "package.json", change: "modified" }]);
  const expected = '{ "scripts": { "x": "node -p 1" }, "dependencies": { "xtend": "1" } }';
  assert.equal(readFileSync(join(root, "package.json"), "utf8"), expected);
});

test("lockfiles that are not edited are left alone, and the command that brings them in step is named", async () => {
  for (const [lockfile, command] of [
    ["bun.lockb", "bun install --save-text-lockfile"],
    ["deno.lock", "deno install"],
  ] as const) {
    const root = open({ "package.json": pier["package.json"], [lockfile]: "# left-pad\n" });
    const receipt = await apply(readProject(root), planOf(["left-pad"]));
    assert.deepEqual(receipt.next, [command]);
    assert.equal(receipt.freed, undefined);
    assert.ok(receipt.notProved.some((text) => text.includes(lockfile)));
    assert.equal(readFileSync(join(root, lockfile), "utf8"), "# left-pad\n");
  }
});

test("a broken lockfile stops the apply with its place", async () => {
  const root = open(pier);
  const project = readProject(root);
  for (const [text, line, message] of [
    ["<<<<<<< HEAD\n", 1, /^it has merge conflict markers: resolve them, or run npm install/],
    ["{\r\n>>>>>>> theirs\r\n}\r\n", 2, /^it has merge conflict markers/],
    ["\uFEFF \n", 1, /^it is empty: run npm install/],
  ] as const) {
    writeFileSync(join(root, "package-lock.json"), text);
    await assert.rejects(
      apply(project, planOf(["left-pad"], rewritten)),
      (error) =>
        error instanceof ShrinkdepsError &&
        error.kind === "lockfile" &&
        error.line === line &&
        message.test(error.message),
    );
  }
});

const typed = {
  "package.json": manifest(["left-pad", "xtend"]),
  "tsconfig.json": '{ "compilerOptions": { "strict": true, "lib": ["es2020"] }, "include": ["src"] }',
  "node_modules/left-pad/package.json": '{ "name": "left-pad", "version": "1.0.0", "types": "index.d.ts" }',
  "node_modules/left-pad/index.d.ts": "export default function leftPad(s: string, n: number): string;\n",
  "node_modules/xtend/package.json": '{ "name": "xtend", "version": "1.0.0", "types": "index.d.ts" }',
  "node_modules/xtend/index.d.ts": "export default function xtend<T, U>(a: T, b: U): T & U;\n",
  "src/a.ts":
    'import leftPad from "left-pad";\nimport xtend from "xtend";\nexport const n: string = leftPad("1", 5);\n',
  "src/b.ts": 'import xtend from "xtend";\nexport const o = xtend({ a: 1 }, { b: 2 });\n',
};

test("only the package whose removal adds a diagnostic is put back and named; the others go", async () => {
  const root = open(typed);
  const project = readProject(root);
  const replan = (without: readonly string[]): Promise<Plan> => {
    const goes = ["left-pad", "xtend"].filter((name) => !without.includes(name));
    const a = typed["src/a.ts"]
      .replace('import leftPad from "left-pad";\n', (found) => (goes.includes("left-pad") ? "" : found))
      .replace('leftPad("1", 5)', (found) => (goes.includes("left-pad") ? "5" : found))
      .replace('import xtend from "xtend";\n', (found) => (goes.includes("xtend") ? "" : found));
    const b = "export const o = Object.assign({ a: 1 }, { b: 2 });\n";
    const files = { "src/a.ts": [typed["src/a.ts"], a, ...goes] } as const;
    const more = goes.includes("xtend") ? { "src/b.ts": [typed["src/b.ts"], b, "xtend"] as const } : {};
    return Promise.resolve(planOf(goes, { ...files, ...more }));
  };
  const receipt = await apply(project, await replan([]), { replan });
  assert.deepEqual(receipt.removed, ["xtend"]);
  assert.deepEqual(receipt.putBack, [
    { package: "left-pad", by: "types", reasons: ["src/a.ts:1: Type 'number' is not assignable to type 'string'."] },
  ]);
  assert.match(readFileSync(join(root, "src/a.ts"), "utf8"), /^import leftPad from "left-pad";\nexport/);
  assert.match(readFileSync(join(root, "src/b.ts"), "utf8"), /Object\.assign/);
  assert.deepEqual(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).dependencies, { "left-pad": "1.0.0" });
});

test("without a way to put packages back a refused plan writes nothing", async () => {
  const root = open(typed);
  const before = snapshot(root);
  const plan = planOf(["left-pad"]);
  await assert.rejects(
    apply(readProject(root), plan),
    (error) => error instanceof ShrinkdepsError && error.kind === "verify" && error.path === "src/a.ts",
  );
  assert.deepEqual(snapshot(root), before);
  const receipt = await apply(readProject(root), plan, { typeCheck: false });
  assert.deepEqual(receipt.notProved, ["types were not checked, as asked"]);
});

test("with install, npm takes what went out of node_modules", async () => {
  const dependencies = { "is-number": "7.0.0", "left-pad": "1.3.0" };
  const root = open({ "package.json": `${JSON.stringify({ name: "pier", dependencies }, null, 2)}\n` });
  npm(root, "install");
  const receipt = await apply(readProject(root), planOf(["left-pad"]), { install: true });
  assert.deepEqual(receipt.installation, { kind: "updated", command: "npm install --ignore-scripts" });
  assert.deepEqual(receipt.next, []);
  assert.ok(!existsSync(join(root, "node_modules/left-pad")) && existsSync(join(root, "node_modules/is-number")));
  npm(root, "ci");
});

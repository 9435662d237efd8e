import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { makeProject, readTree, shrinkdeps } from "./command.ts";

const bin = fileURLToPath(new URL("../../../bin/shrinkdeps.js", import.meta.url));

/** Four packages that can go, installed; `check.cjs` passes unless all of a group in groups.json are gone. */
const dependencies = { "array-union": "2.1.0", isarray: "2.0.5", "left-pad": "1.3.0", "object-assign": "4.1.1" };
const check = `
const fs = require("node:fs");
const { dependencies = {} } = JSON.parse(fs.readFileSync("package.json", "utf8"));
const groups = JSON.parse(fs.readFileSync("groups.json", "utf8"));
fs.appendFileSync("runs.log", Object.keys(dependencies).join(" ") + "\\n");
require("./src/main.cjs");
const bad = groups.find((group) => group.every((name) => !(name in dependencies)));
if (bad) { console.error("cannot do without " + bad.join(" and ")); process.exit(1); }
console.log("all is well");
`;
const harbour = {
  "package.json": { name: "harbour", version: "1.0.0", engines: { node: ">=20" }, dependencies },
  "package-lock.json": {
    name: "harbour",
    version: "1.0.0",
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": { name: "harbour", version: "1.0.0", dependencies, engines: { node: ">=20" } },
      ...Object.fromEntries(
        Object.entries(dependencies).map(([name, version]) => [`node_modules/${name}`, { version }]),
      ),
    },
  },
  "groups.json": [],
  "check.cjs": check,
  "src/main.cjs": [
    'const union = require("array-union");',
    'const isArray = require("isarray");',
    'const leftPad = require("left-pad");',
    'const assign = require("object-assign");',
    "",
    'console.log(union([1], [1, 2]), isArray([]), leftPad("7", 3, "0"), assign({}, { berth: 2 }));',
    "",
  ].join("\n"),
  ...installed("array-union", "2.1.0", "module.exports = (...lists) => [...new Set(lists.flat())];"),
  ...installed("isarray", "2.0.5", "module.exports = Array.isArray;"),
  ...installed("left-pad", "1.3.0", "module.exports = (text, length, fill) => String(text).padStart(length, fill);"),
  ...installed("object-assign", "4.1.1", "module.exports = Object.assign;"),
};
const apply = ["apply", "--yes", "--verify", "node check.cjs"];

function installed(name: string, version: string, text: string): Record<string, string | object> {
  return {
    [`node_modules/${name}/package.json`]: { name, version, main: "index.js" },
    [`node_modules/${name}/index.js`]: text,
  };
}

function left(root: string): string[] {
  const { dependencies: rest = {} }: { dependencies?: object } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  );
  return Object.keys(rest);
}

const runsOf = (root: string) => readFileSync(join(root, "runs.log"), "utf8").split("\n").length - 1;

/** The files but for what the check itself writes. */
function tree(root: string): Record<string, string> {
  const { "runs.log": _, ...files } = readTree(root);
  return files;
}

test("a command that passes before and after is run twice, its output shown as it comes", async (context) => {
  const root = makeProject(context, harbour);
  const before = tree(root);
  const { code, stdout } = await shrinkdeps(root, apply);
  assert.equal(code, 0);
  assert.deepEqual([left(root), runsOf(root)], [[], 2]);
  assert.match(
    stdout,
    /\nRunning `node check\.cjs` on the project as it is\n\[ 1, 2 \] true 007 \{ berth: 2 \}\nall is well\n/,
  );
  assert.match(stdout, /\nRunning `node check\.cjs` without array-union, isarray, left-pad and\s+object-assign\n/);
  assert.match(stdout, /\n`node check\.cjs` passes before and after; it ran 2 times\.\n/);
  assert.deepEqual(
    Object.keys(tree(root)).filter((path) => path.startsWith("node_modules")),
    installedOf(before),
  );
  assert.equal((await shrinkdeps(root, ["undo"])).code, 0);
  assert.deepEqual(tree(root), before);
});

test("a guilty package is found and put back, and the rest is kept", async (context) => {
  const root = makeProject(context, { ...harbour, "groups.json": [["left-pad"]] });
  const before = tree(root);
  const { code, stdout, stderr } = await shrinkdeps(root, apply);
  assert.equal(code, 0);
  assert.deepEqual(left(root), ["left-pad"]);
  assert.match(stderr, /cannot do without left-pad/);
  assert.match(
    stdout,
    /\nPut back: 1 package because of `node check\.cjs`\n  left-pad\n    `node check\.cjs` fails with exit code 1/,
  );
  assert.match(readFileSync(join(root, "src/main.cjs"), "utf8"), /require\("left-pad"\)(?!.*require)/s);
  assert.ok(runsOf(root) <= 5);
  assert.deepEqual(installedOf(tree(root)), installedOf(before));
  await shrinkdeps(root, ["undo"]);
  assert.deepEqual(tree(root), before);
});

test("asked for by name and put back is a finding", async (context) => {
  const root = makeProject(context, { ...harbour, "groups.json": [["left-pad"]] });
  const { code } = await shrinkdeps(root, [...apply, "left-pad", "isarray"]);
  assert.deepEqual([code, left(root)], [1, ["array-union", "left-pad", "object-assign"]]);
});

test("two guilty ones are both put back; of two that fail only together, one", async (context) => {
  const two = makeProject(context, { ...harbour, "groups.json": [["isarray"], ["object-assign"]] });
  await shrinkdeps(two, apply);
  assert.deepEqual(left(two), ["isarray", "object-assign"]);
  const pair = makeProject(context, { ...harbour, "groups.json": [["array-union", "left-pad"]] });
  const { stdout } = await shrinkdeps(pair, apply);
  assert.equal(left(pair).length, 1);
  assert.match(stdout.replace(/\s+/g, " "), /fails with exit code 1 when it goes too \(it passes when only [^)]+ go\)/);
});

test("an import that nobody can see is noticed, as what leaves is out of node_modules meanwhile", async (context) => {
  const root = makeProject(context, {
    ...harbour,
    "src/hidden.cjs": 'module.exports = require(["left", "pad"].join("-"))("1", 2);\n',
    "check.cjs": `${check}\nrequire("./src/hidden.cjs");\n`,
  });
  const { stdout } = await shrinkdeps(root, apply);
  assert.deepEqual(left(root), ["left-pad"]);
  assert.match(stdout, /Put back: 1 package/);
  assert.ok(existsSync(join(root, "node_modules/isarray/index.js")));
});

test("a project that is red already is not blamed on anybody: nothing is written, --yes or not", async (context) => {
  const root = makeProject(context, { ...harbour, "check.cjs": "process.exit(3);\n" });
  const before = tree(root);
  const { code, stderr } = await shrinkdeps(root, apply);
  assert.equal(code, 2);
  assert.match(
    stderr,
    /^shrinkdeps: `node check\.cjs` fails on the project as it is \(exit code 3\).*nothing was changed/,
  );
  assert.deepEqual(tree(root), before);
});

test("at a terminal a person may go on without a command that is red already", async (context) => {
  for (const [answer, kept] of [
    ["y\n", 0],
    ["n\n", 4],
  ] as const) {
    const root = makeProject(context, { ...harbour, "check.cjs": "process.exit(3);\n" });
    const stdin = new PassThrough();
    const answers = ["y\n", answer];
    let stdout = "";
    const write = (text: string) => {
      stdout += text;
      if (text.endsWith("[y/N] ")) setImmediate(() => stdin.write(answers.shift() ?? ""));
    };
    const { code } = await shrinkdeps(root, ["apply", "--verify", "node check.cjs"], "", { stdin, stdout: { write } });
    assert.match(stdout, /can prove nothing\. Make the changes without it\? \[y\/N\]/);
    assert.deepEqual([code, left(root).length], [kept === 0 ? 0 : 2, kept]);
  }
});

test("a command that fails for good from its second run on blames nobody either", async (context) => {
  const unsteady = 'const fs = require("fs"); if (fs.existsSync("dist")) process.exit(1); fs.mkdirSync("dist");\n';
  const root = makeProject(context, { ...harbour, "check.cjs": unsteady });
  const before = tree(root);
  const { code, stderr } = await shrinkdeps(root, apply);
  assert.equal(code, 2);
  assert.match(stderr, /fails on the project as it is/);
  assert.deepEqual(tree(root), before);
});

test("killed while the command runs, the project is one undo from before, node_modules too", async (context) => {
  const killer = `${check}\nif (!("left-pad" in dependencies)) process.kill(process.ppid, "SIGKILL");\n`;
  const root = makeProject(context, { ...harbour, "check.cjs": killer });
  const before = tree(root);
  const { signal } = spawnSync(process.execPath, [bin, ...apply], { cwd: root, encoding: "utf8" });
  assert.equal(signal, "SIGKILL");
  assert.deepEqual(left(root), []);
  assert.ok(!existsSync(join(root, "node_modules/left-pad")));
  const again = await shrinkdeps(root, apply);
  assert.match(again.stderr, /an earlier apply or undo was interrupted, or still runs \(run `shrinkdeps undo`/);
  assert.match((await shrinkdeps(root, ["undo"])).stdout, /which was interrupted/);
  assert.deepEqual(tree(root), before);
});

test("interrupted while the command runs, everything is taken back", async (context) => {
  const interrupter = `${check}\nif (!("left-pad" in dependencies)) { process.kill(process.ppid, "SIGINT"); setInterval(() => {}, 1e3); }\n`;
  const root = makeProject(context, { ...harbour, "check.cjs": interrupter });
  const before = tree(root);
  const { status, stderr } = spawnSync(process.execPath, [bin, ...apply], { cwd: root, encoding: "utf8" });
  assert.equal(status, 2, stderr);
  assert.match(stderr, /was interrupted by SIGINT \(nothing was changed\)/);
  assert.deepEqual(tree(root), before);
});

test("a file that the command changes itself is never overwritten", async (context) => {
  const writer = `${check.replace("process.exit(1);", 'fs.appendFileSync("src/main.cjs", "// mine\\n"); process.exit(1);')}`;
  const root = makeProject(context, { ...harbour, "check.cjs": writer, "groups.json": [["left-pad"]] });
  const { code, stderr } = await shrinkdeps(root, apply);
  assert.equal(code, 2);
  assert.match(stderr, /src\/main\.cjs: `node check\.cjs` changed it, so it cannot be put back/);
  assert.match(readFileSync(join(root, "src/main.cjs"), "utf8"), /\/\/ mine\n$/);
  assert.equal(left(root).length, 4);
  assert.match((await shrinkdeps(root, ["undo"])).stdout, /its original is\s+\.shrinkdeps\/originals\//);
});

test("an earlier apply can still be taken back after one that put everything back", async (context) => {
  const root = makeProject(context, { ...harbour, "groups.json": [["object-assign"]] });
  const before = tree(root);
  await shrinkdeps(root, ["apply", "--yes", "isarray"]);
  const { code, stdout } = await shrinkdeps(root, [...apply, "object-assign"]);
  assert.equal(code, 1);
  assert.match(stdout, /\nNothing was changed\.\n/);
  await shrinkdeps(root, ["undo"]);
  assert.deepEqual(tree(root), before);
});

test("a dry run cannot be verified, and an empty command is none", async (context) => {
  const root = makeProject(context, harbour);
  for (const argv of [
    ["--dry-run", "--verify", "npm test"],
    ["--verify", " "],
  ]) {
    const { code, stderr } = await shrinkdeps(root, ["apply", ...argv]);
    assert.equal(code, 2);
    assert.match(stderr, /^shrinkdeps: .*--verify/);
  }
});

function installedOf(files: Record<string, string>): string[] {
  return Object.keys(files).filter((path) => path.startsWith("node_modules"));
}

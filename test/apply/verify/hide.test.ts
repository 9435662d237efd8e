import assert from "node:assert/strict";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { openTransaction } from "../../../src/apply/transaction/transaction.ts";
import { undo } from "../../../src/apply/undo.ts";
import { dyingSystem } from "../kill/dying-system.ts";
import { makeTree, removeTree, snapshot } from "../tree.ts";

const pier = {
  "package.json": '{ "dependencies": { "left-pad": "1" } }\n',
  "node_modules/left-pad/index.js": "module.exports = 1;\n",
  "node_modules/left-pad/node_modules/inner/index.js": "",
  "node_modules/@tide/low/index.js": "",
  "packages/crane/node_modules/hook/index.js": "",
};
const changes = [{ path: "package.json", before: pier["package.json"], after: "{}\n" }];
const all = [
  "node_modules/left-pad",
  "node_modules/left-pad/node_modules/inner",
  "node_modules/@tide/low",
  "packages/crane/node_modules/hook",
];

function open(context: TestContext, files: Readonly<Record<string, string>> = pier): string {
  const root = makeTree(files);
  context.after(() => removeTree(root));
  return root;
}

test("what leaves is out of sight until it is taken back, or settled", (context) => {
  for (const end of ["takeBack", "settle"] as const) {
    const root = open(context);
    const before = snapshot(root);
    const transaction = openTransaction(root);
    const { hidden } = transaction.write(changes, { hide: all });
    assert.deepEqual(hidden, [all[0], all[2], all[3]]);
    for (const path of all) assert.ok(!existsSync(join(root, path)), path);
    transaction[end]();
    transaction.close();
    for (const path of all) assert.ok(existsSync(join(root, path)), path);
    assert.equal(undo(root).kind, end === "settle" ? "undone" : "nothing");
    assert.deepEqual(snapshot(root), before);
  }
});

test("a link is moved, not what it leads to; nothing is moved through a link or out of the root", (context) => {
  const outside = open(context, { "left-pad/index.js": "outside\n" });
  const root = open(context, { "package.json": pier["package.json"], "store/low/index.js": "" });
  mkdirSync(join(root, "node_modules"));
  symlinkSync("../store/low", join(root, "node_modules/low"));
  symlinkSync(outside, join(root, "packages"));
  mkdirSync(join(outside, "node_modules/deep"), { recursive: true });
  const transaction = openTransaction(root);
  const hide = [
    "node_modules/low",
    "packages/node_modules/deep",
    "node_modules/../store",
    "../x/node_modules/y",
    "src",
    "",
  ];
  assert.deepEqual(transaction.write(changes, { hide }).hidden, ["node_modules/low"]);
  assert.ok(existsSync(join(root, "store/low/index.js")));
  transaction.settle();
  transaction.close();
  assert.ok(lstatSync(join(root, "node_modules/low")).isSymbolicLink());
});

test("what somebody installed meanwhile stays, and is told", (context) => {
  const root = open(context);
  const transaction = openTransaction(root);
  transaction.write(changes, { hide: ["node_modules/left-pad", "node_modules/@tide/low"] });
  rmSync(join(root, "node_modules"), { recursive: true });
  mkdirSync(join(root, "node_modules/left-pad"), { recursive: true });
  writeFileSync(join(root, "node_modules/left-pad/index.js"), "new\n");
  assert.deepEqual(transaction.settle(), ["node_modules/@tide/low"]);
  transaction.close();
  assert.equal(readFileSync(join(root, "node_modules/left-pad/index.js"), "utf8"), "new\n");
});

test("a package that cannot be moved is left where it is", (context) => {
  const root = open(context);
  const { system } = dyingSystem(-1, () => {});
  const refusing = {
    ...system,
    rename(from: string, to: string) {
      if (from.endsWith("low")) throw Object.assign(new Error("across devices"), { code: "EXDEV" });
      renameSync(from, to);
    },
  };
  const transaction = openTransaction(root, refusing);
  assert.deepEqual(transaction.write(changes, { hide: all }).hidden, ["node_modules/left-pad", all[3]]);
  transaction.settle();
  transaction.close();
  for (const path of all) assert.ok(existsSync(join(root, path)), path);
});

test("dying at any call of two trials in a row, the project is as before after one undo", (context) => {
  const before = snapshot(open(context));
  for (let last = 0, ended = false; !ended; last++) {
    const root = makeTree(pier);
    try {
      const transaction = openTransaction(root, dyingSystem(last, () => {}).system);
      transaction.write(changes, { hide: all });
      transaction.takeBack();
      transaction.write(changes, { hide: all.slice(2) });
      transaction.settle();
      transaction.close();
      ended = true;
    } catch {
      // It died: its lock is made one of a process that never was.
      const lock = join(root, ".shrinkdeps/lock");
      if (existsSync(lock)) writeFileSync(lock, readFileSync(lock, "utf8").replace(/"pid":\d+/, '"pid":0'));
    }
    undo(root);
    assert.deepEqual(snapshot(root), before, `call ${last}`);
    removeTree(root);
  }
});

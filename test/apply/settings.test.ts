import assert from "node:assert/strict";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { writeSettings } from "../../src/apply/settings.ts";
import { nodeSystem } from "../../src/apply/transaction/system.ts";

function makeFolder(context: TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "shrinkdeps-settings-"));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "package.json"), text);
  return folder;
}

const change = { path: "package.json", before: "{}\n", after: '{ "a": 1 }\n' };

test("replaces the text, keeps the mode and leaves nothing beside it", (context) => {
  const folder = makeFolder(context, "{}\n");
  chmodSync(join(folder, "package.json"), 0o640);
  writeSettings(folder, change);
  assert.equal(readFileSync(join(folder, "package.json"), "utf8"), change.after);
  assert.equal(statSync(join(folder, "package.json")).mode & 0o777, 0o640);
  assert.deepEqual(readdirSync(folder), ["package.json"]);
});

test("a file that somebody changed meanwhile is left alone", (context) => {
  const folder = makeFolder(context, "{ }\n");
  assert.throws(() => writeSettings(folder, change), {
    name: "ShrinkdepsError",
    kind: "conflict",
    path: "package.json",
  });
  assert.equal(readFileSync(join(folder, "package.json"), "utf8"), "{ }\n");
});

test("nothing is written through a link that leads out of the project", (context) => {
  const folder = makeFolder(context, "{}\n");
  mkdirSync(join(folder, "inner"));
  symlinkSync(join(folder, "package.json"), join(folder, "inner", "package.json"));
  assert.throws(() => writeSettings(join(folder, "inner"), change), { name: "ShrinkdepsError", kind: "permission" });
  assert.equal(readFileSync(join(folder, "package.json"), "utf8"), "{}\n");
});

test("a disk that is full leaves the file as it was, and nothing beside it", (context) => {
  const folder = makeFolder(context, "{}\n");
  const full = {
    ...nodeSystem,
    write: (): number => {
      throw Object.assign(new Error("no space left"), { code: "ENOSPC" });
    },
  };
  assert.throws(() => writeSettings(folder, change, full), { name: "ShrinkdepsError", kind: "journal" });
  assert.equal(readFileSync(join(folder, "package.json"), "utf8"), "{}\n");
  assert.deepEqual(readdirSync(folder), ["package.json"]);
});

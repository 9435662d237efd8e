/** The command itself, killed at each call that changes the disk: the project is as before, as after, or one undo away. */
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { undo } from "../../../src/apply/undo.ts";
import { makeProject } from "../../cli/command.ts";
import { bigShop } from "../../cli/shop.ts";
import { snapshot } from "../tree.ts";

const hook = new URL("./hook.js", import.meta.url).href;
const command = fileURLToPath(new URL("../../../../bin/shrinkdeps.js", import.meta.url));

const project = {
  ...bigShop,
  "src/total.cjs": 'const leftPad = require("left-pad");\r\n\r\nmodule.exports = [1, 2].map((n) => leftPad(n, 3));\r\n',
  "src/names.js": 'import leftPad from "left-pad";\n\nexport const names = ["a"].map(leftPad);\n',
};

function shrinkdeps(root: string, args: readonly string[], dieAt = -1): SpawnSyncReturns<string> {
  const env = { ...process.env, SHRINKDEPS_DIE_AT: String(dieAt) };
  return spawnSync(process.execPath, ["--import", hook, command, ...args], { cwd: root, encoding: "utf8", env });
}

test("an apply and an undo from the command line, killed at their writes, leave what one more undo restores", (context) => {
  const counts = { old: 0, new: 0, undone: 0 };
  const fresh = makeProject(context, project);
  const before = snapshot(fresh);
  const finished = makeProject(context, project);
  assert.equal(shrinkdeps(finished, ["apply", "left-pad", "--yes"]).status, 0);
  const after = snapshot(finished);
  for (const [what, from] of [
    [["apply", "left-pad", "--yes"], fresh],
    [["undo"], finished],
  ] as const) {
    for (let call = 0, ended = false; !ended; call += 2) {
      const root = makeProject(context, {});
      cpSync(from, root, { recursive: true });
      const run = shrinkdeps(root, what, call);
      ended = run.signal !== "SIGKILL";
      const now = JSON.stringify(snapshot(root));
      if (ended) assert.equal(run.status, 0, run.stderr);
      else counts[now === JSON.stringify(before) ? "old" : now === JSON.stringify(after) ? "new" : "undone"] += 1;
      undo(root);
      assert.deepEqual(snapshot(root), before, `${what[0]} killed at call ${call}`);
      assert.ok(!existsSync(join(root, ".shrinkdeps")), `nothing is left of ${what[0]} killed at call ${call}`);
    }
  }
  assert.ok(counts.old > 0 && counts.new > 0 && counts.undone > 0, JSON.stringify(counts));
  const kills = counts.old + counts.new + counts.undone;
  process.stdout.write(
    `${kills} commands killed: ${counts.old} old, ${counts.new} new, ${counts.undone} for undo to restore\n`,
  );
});

test("an editor that saves between the plan and the write keeps its text", (context) => {
  const root = makeProject(context, project);
  const mine = `${readFileSync(join(root, "src/names.js"), "utf8")}// saved meanwhile\n`;
  // The first call that changes the disk is the lock's: by then everything is planned.
  const editor = join(root, "..", `${root.split("/").at(-1)}-editor.mjs`);
  context.after(() => rmSync(editor, { force: true }));
  const hooked = `import fs from "node:fs"; import { syncBuiltinESMExports } from "node:module"; const real = fs.mkdirSync; let done = false; fs.mkdirSync = (...all) => { if (!done) { done = true; fs.writeFileSync(${JSON.stringify(join(root, "src/names.js"))}, ${JSON.stringify(mine)}); } return real(...all); }; syncBuiltinESMExports();`;
  writeFileSync(editor, hooked);
  const before = snapshot(root);
  const run = spawnSync(process.execPath, ["--import", editor, command, "apply", "--yes"], {
    cwd: root,
    encoding: "utf8",
  });
  assert.equal(run.status, 2, run.stdout);
  assert.match(run.stderr, /src\/names\.js.*changed by someone else/);
  assert.equal(readFileSync(join(root, "src/names.js"), "utf8"), mine);
  writeFileSync(join(root, "src/names.js"), project["src/names.js"]);
  assert.deepEqual(snapshot(root), before);
});

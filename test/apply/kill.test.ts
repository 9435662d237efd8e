import { after, test } from "node:test";
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { commit } from "../../src/apply/transaction/commit.ts";
import { undo } from "../../src/apply/undo.ts";
import { dyingSystem } from "./kill/dying-system.ts";
import { makeScene, sceneChanges } from "./kill/scene.ts";
import { removeTree, snapshot, type Tree } from "./tree.ts";

const victim = fileURLToPath(new URL("./kill/victim.js", import.meta.url));
/** How many processes are killed at a random moment; `npm run test:full` asks for thousands. */
const randomKills = Number(process.env["SHRINKDEPS_KILLS"] ?? 12);

const scene = makeScene();
const before = snapshot(scene);
commit(scene, sceneChanges, ["left-pad"]);
const written = snapshot(scene);
removeTree(scene);

/** A lock of this very process would look alive: its owner becomes a process that never was. */
function buryOwner(root: string): void {
  const lock = join(root, ".shrinkdeps/lock");
  if (existsSync(lock)) writeFileSync(lock, JSON.stringify({ ...readOwner(lock), pid: 0 }));
}

function readOwner(path: string): object {
  const value: unknown = JSON.parse(readFileSync(path, "utf8"));
  assert.ok(typeof value === "object" && value !== null);
  return value;
}

const kills = { simulated: 0, real: 0 };

after(() => {
  if (process.env["SHRINKDEPS_KILLS"] === undefined) return;
  process.stdout.write(
    `${kills.real} processes killed, and ${kills.simulated} applies and undos ended between two calls\n`,
  );
});

function assertOldNewOrUndone(root: string, at: string): "old" | "new" | "undone" {
  const now = snapshot(root);
  const state = same(now, before) ? "old" : same(now, written) ? "new" : "undone";
  undo(root);
  assert.deepEqual(snapshot(root), before, `after undo of a kill at ${at}`);
  assert.equal(undo(root).kind, "nothing", `a second undo has nothing to do (${at})`);
  assert.ok(!readdirSync(root).includes(".shrinkdeps"), `nothing is left behind (${at})`);
  return state;
}

function same(one: Tree, other: Tree): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

test("an apply that dies at any system call leaves the old tree, the new one, or one that undo restores", () => {
  const seen = new Set<string>();
  for (const torn of [false, true]) {
    for (let last = 0, ended = false; !ended; last++) {
      const root = makeScene();
      const { system } = dyingSystem(last, () => {}, torn);
      try {
        commit(root, sceneChanges, ["left-pad"], system);
        ended = true;
      } catch {
        // It died.
      }
      if (!ended) kills.simulated += 1;
      buryOwner(root);
      seen.add(assertOldNewOrUndone(root, `call ${last}`));
      removeTree(root);
    }
  }
  assert.deepEqual([...seen].sort(), ["new", "old", "undone"]);
});

test("an undo that dies at any system call is finished by the next one", () => {
  for (let last = 0, ended = false; !ended; last++) {
    const root = makeScene();
    commit(root, sceneChanges);
    try {
      undo(root, dyingSystem(last, () => {}).system);
      ended = true;
    } catch {
      // It died.
    }
    if (!ended) kills.simulated += 1;
    buryOwner(root);
    undo(root);
    assert.deepEqual(snapshot(root), before, `call ${last}`);
    assert.equal(undo(root).kind, "nothing");
    removeTree(root);
  }
});

test("an undo of an interrupted apply may itself be interrupted", () => {
  const total = countCalls();
  for (let first = 3; first < total; first += 5) {
    for (let second = 0; second < 40; second += 3) {
      const root = makeScene();
      assert.throws(() => commit(root, sceneChanges, [], dyingSystem(first, () => {}).system));
      buryOwner(root);
      try {
        undo(root, dyingSystem(second, () => {}).system);
      } catch {
        // It died.
      }
      kills.simulated += 1;
      buryOwner(root);
      undo(root);
      assert.deepEqual(snapshot(root), before, `apply died at ${first}, undo at ${second}`);
      removeTree(root);
    }
  }
});

test("an apply killed before its journal was there does not let undo take back an earlier one", () => {
  const root = makeScene();
  commit(root, sceneChanges);
  const later = [{ path: "bin/tide.js", before: "#!/usr/bin/env node\n", after: "// later\n" }];
  assert.throws(() => commit(root, later, [], dyingSystem(8, () => {}).system));
  buryOwner(root);
  const result = undo(root);
  assert.deepEqual(result, { kind: "nothing", reason: "the last apply was interrupted before it changed anything" });
  assert.deepEqual(snapshot(root), written);
  assert.equal(undo(root).kind, "undone");
  assert.deepEqual(snapshot(root), before);
  removeTree(root);
});

test("a real process killed at a call leaves no lock stuck and nothing that undo cannot restore", () => {
  for (let last = 0; last < countCalls(); last += 4) {
    const root = makeScene();
    const child = spawnSync(process.execPath, [victim, "apply", root, String(last)], { encoding: "utf8" });
    assert.equal(child.signal, "SIGKILL", child.stderr);
    kills.real += 1;
    assertOldNewOrUndone(root, `call ${last}`);
    removeTree(root);
  }
});

test("a real process killed at a random moment leaves nothing that undo cannot restore", async () => {
  const states = new Map<string, number>();
  for (let kill = 0; kill < randomKills; kill++) {
    const root = makeScene();
    const child = spawn(process.execPath, [victim, "apply", root]);
    const closed = once(child, "close");
    await once(child.stdout, "data");
    const wait = (kill / randomKills) * 30;
    await new Promise((resolve) => setTimeout(resolve, wait));
    child.kill("SIGKILL");
    await closed;
    kills.real += 1;
    const state = assertOldNewOrUndone(root, `${wait} ms`);
    states.set(state, (states.get(state) ?? 0) + 1);
    removeTree(root);
  }
  assert.equal(
    [...states.values()].reduce((sum, count) => sum + count, 0),
    randomKills,
  );
});

function countCalls(): number {
  const root = makeScene();
  const counting = dyingSystem(-1, () => {});
  commit(root, sceneChanges, [], counting.system);
  removeTree(root);
  return counting.calls();
}

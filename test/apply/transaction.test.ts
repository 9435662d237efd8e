import { test } from "node:test";
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { spawn, execFileSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ShrinkdepsError } from "../../src/errors.ts";
import { commit } from "../../src/apply/transaction/commit.ts";
import { nodeSystem, type System } from "../../src/apply/transaction/system.ts";
import { undo } from "../../src/apply/undo.ts";
import { makeScene, sceneChanges } from "./kill/scene.ts";
import { makeTree, removeTree, snapshot } from "./tree.ts";

function refuses(act: () => unknown, kind: ShrinkdepsError["kind"], message: RegExp): void {
  assert.throws(act, (error) => {
    assert.ok(error instanceof ShrinkdepsError, String(error));
    assert.equal(error.kind, kind);
    assert.match(error.message, message);
    return true;
  });
}

/** A system on which one kind of call fails from its n-th time on. */
function failing(name: keyof System, from: number, code: string, times = Infinity): System {
  let count = 0;
  return new Proxy(nodeSystem, {
    get(target, member): unknown {
      const real: unknown = Reflect.get(target, member);
      if (member !== name || typeof real !== "function") return real;
      return (...args: unknown[]): unknown => {
        const at = count++;
        if (at < from || at >= from + times) return Reflect.apply(real, target, args);
        throw Object.assign(new Error(code), { code });
      };
    },
  });
}

test("changes that change nothing write nothing, not even a journal", () => {
  const root = makeTree({ "a.js": "a\n" });
  assert.deepEqual(commit(root, [{ path: "a.js", before: "a\n", after: "a\n" }]), []);
  assert.deepEqual(fs.readdirSync(root), ["a.js"]);
  removeTree(root);
});

test("modes, BOM, line endings and a file's symlink stay, and undo brings every byte back", () => {
  const root = makeScene();
  const before = snapshot(root);
  commit(root, sceneChanges);
  assert.equal(fs.statSync(join(root, "bin/tide.js")).mode & 0o7777, 0o755);
  assert.equal(fs.readlinkSync(join(root, "src/link.js")), "real.js");
  assert.equal(fs.readFileSync(join(root, "package.json"), "utf8"), '\uFEFF{\r\n  "name": "harbour"\r\n}\r\n');
  assert.equal(fs.existsSync(join(root, "src/old.js")), false);
  const result = undo(root);
  assert.ok(result.kind === "undone" && !result.interrupted);
  assert.deepEqual(
    result.files.map((file) => file.kind),
    ["restored", "restored", "restored", "restored", "removed", "removed"],
  );
  assert.deepEqual(snapshot(root), before);
  removeTree(root);
});

test("git sees the changes and nothing of the journal", () => {
  const root = makeScene();
  execFileSync("git", ["init", "-q"], { cwd: root });
  commit(root, sceneChanges.slice(0, 1));
  const status = execFileSync("git", ["status", "--porcelain", "-uall"], { cwd: root, encoding: "utf8" });
  assert.doesNotMatch(status, /shrinkdeps/);
  removeTree(root);
});

test("a file that is not what the plan was made for stops everything", () => {
  for (const found of ["someone else's\n", "old\r\n", "\uFEFFold\n", Buffer.from([0x6f, 0xff, 0x6c])]) {
    const root = makeScene();
    fs.writeFileSync(join(root, "src/old.js"), found);
    const before = snapshot(root);
    refuses(() => commit(root, sceneChanges), "conflict", /changed by someone else/);
    assert.deepEqual(snapshot(root), before);
    assert.ok(!fs.existsSync(join(root, ".shrinkdeps")));
    removeTree(root);
  }
});

test("a file changed between the first rename and the last takes the earlier ones back", () => {
  const root = makeScene();
  const old = join(root, "src/old.js");
  let renames = 0;
  const meddling: System = {
    ...nodeSystem,
    rename(from, to) {
      nodeSystem.rename(from, to);
      // The first rename is the journal's, the second the manifest's.
      if (++renames === 2) fs.writeFileSync(old, "saved by an editor\n");
    },
  };
  const before = snapshot(root);
  refuses(() => commit(root, sceneChanges, [], meddling), "conflict", /changed by someone else/);
  assert.equal(fs.readFileSync(old, "utf8"), "saved by an editor\n");
  fs.writeFileSync(old, "old\n");
  assert.deepEqual(snapshot(root), before);
  assert.equal(undo(root).kind, "nothing");
  removeTree(root);
});

test("a new file that someone made meanwhile is not overwritten", () => {
  const root = makeTree({ "a.js": "a\n" });
  const racing: System = {
    ...nodeSystem,
    link(from, to) {
      if (to.endsWith("b.js")) fs.writeFileSync(to, "theirs\n");
      nodeSystem.link(from, to);
    },
  };
  const changes = [
    { path: "a.js", before: "a\n", after: "A\n" },
    { path: "b.js", before: undefined, after: "ours\n" },
  ];
  refuses(() => commit(root, changes, [], racing), "conflict", /changed by someone else/);
  assert.equal(fs.readFileSync(join(root, "b.js"), "utf8"), "theirs\n");
  assert.equal(fs.readFileSync(join(root, "a.js"), "utf8"), "a\n");
  removeTree(root);
});

test("nothing is written outside the root, through whatever path", () => {
  const outside = makeTree({ "victim.js": "v\n", "sub/victim.js": "v\n" });
  const root = makeTree({ "a.js": "a\n" });
  fs.symlinkSync(join(outside, "victim.js"), join(root, "file-link.js"));
  fs.symlinkSync(outside, join(root, "directory-link"));
  fs.symlinkSync(join(outside, "absent.js"), join(root, "dangling.js"));
  fs.symlinkSync("loop.js", join(root, "loop.js"));
  const before = [snapshot(root), snapshot(outside)];
  const paths = [
    "../victim.js", "a/../../victim.js", join(outside, "victim.js"), "file-link.js", "directory-link/victim.js",
    "directory-link/sub/victim.js", "directory-link/new/file.js", "dangling.js", "loop.js", "", ".", "./a.js", "a\0.js",
    ".git/hooks/pre-commit", ".shrinkdeps/receipt.json", "a.js/b.js",
  ]; // prettier-ignore
  for (const path of paths) {
    const changes = [
      { path: "a.js", before: "a\n", after: "A\n" },
      {
        path,
        before: path.includes("new") || /^\.(git|s)|a\.js\/|absent/.test(path) ? undefined : "v\n",
        after: "!\n",
      },
    ];
    refuses(() => commit(root, changes), "permission", /./);
    assert.deepEqual([snapshot(root), snapshot(outside)], before, path);
  }
  removeTree(root);
  removeTree(outside);
});

test("a store that is a symlink is not written through", () => {
  const outside = makeTree({ "victim.txt": "v" });
  const root = makeTree({ "a.js": "a\n" });
  const change = [{ path: "a.js", before: "a\n", after: "A\n" }];
  fs.symlinkSync(outside, join(root, ".shrinkdeps"));
  refuses(() => commit(root, change), "permission", /not a directory/);
  fs.unlinkSync(join(root, ".shrinkdeps"));
  fs.mkdirSync(join(root, ".shrinkdeps"));
  for (const name of [".gitignore", "journal.tmp", "originals"]) {
    fs.symlinkSync(join(outside, "victim.txt"), join(root, ".shrinkdeps", name));
  }
  commit(root, change);
  undo(root);
  assert.deepEqual(fs.readdirSync(outside), ["victim.txt"]);
  assert.equal(fs.readFileSync(join(outside, "victim.txt"), "utf8"), "v");
  removeTree(root);
  removeTree(outside);
});

test("a journal from elsewhere restores nothing outside the root and is refused when it is no journal", () => {
  const outside = makeTree({ "victim.js": "after" });
  const root = makeTree({ "a.js": "a\n" });
  commit(root, [{ path: "a.js", before: "a\n", after: "after" }]);
  const receipt = join(root, ".shrinkdeps/receipt.json");
  const text = fs.readFileSync(receipt, "utf8");
  const victim = `../${outside.split("/").at(-1)}/victim.js`;
  fs.writeFileSync(receipt, text.replaceAll('"a.js"', JSON.stringify(victim)));
  const result = undo(root);
  assert.ok(result.kind === "undone");
  assert.equal(result.files[0]?.kind, "kept");
  assert.equal(fs.readFileSync(join(outside, "victim.js"), "utf8"), "after");
  for (const broken of ["", "{}", "null", text.replace(/"id": "\w+"/, '"id": "../../x"'), text.slice(0, -20)]) {
    fs.writeFileSync(receipt, broken);
    refuses(() => undo(root), "journal", /not a journal/);
  }
  removeTree(root);
  removeTree(outside);
});

test("a full disk at any moment leaves everything as it was, or undo restores it once there is room", () => {
  for (const call of ["write", "open", "fsync", "link", "mkdir"] as const) {
    for (let from = 0, ended = false; !ended; from++) {
      const root = makeScene();
      const before = snapshot(root);
      try {
        commit(root, sceneChanges, [], failing(call, from, "ENOSPC"));
        ended = true;
      } catch (error) {
        assert.ok(error instanceof ShrinkdepsError, String(error));
        assert.match(error.message, /the disk is full/);
        if (error.hint?.includes("undo")) undo(root);
        else assert.match(error.hint ?? "", /^nothing was changed/);
        assert.deepEqual(snapshot(root), before, `${call} ${from}`);
      }
      removeTree(root);
    }
  }
});

test("one failing call of any kind is rolled back and said once", () => {
  const codes = {
    rename: "EACCES",
    unlink: "EPERM",
    fsync: "EIO",
    chmod: "EPERM",
    checkWritable: "EACCES",
    read: "EIO",
  };
  for (const [call, code] of Object.entries(codes)) {
    for (let from = 0, ended = false; !ended; from++) {
      const root = makeScene();
      const before = snapshot(root);
      try {
        commit(root, sceneChanges, [], failing(call as keyof System, from, code, 1)); // prettier-ignore
        ended = true;
      } catch (error) {
        assert.ok(error instanceof ShrinkdepsError, `${call} ${from}: ${String(error)}`);
        if (!/^nothing was changed/.test(error.hint ?? "")) undo(root);
        assert.deepEqual(snapshot(root), before, `${call} ${from}`);
      }
      removeTree(root);
    }
  }
});

test("a read-only file stops everything, for root too", () => {
  const root = makeScene();
  fs.chmodSync(join(root, "src/old.js"), 0o444);
  const before = snapshot(root);
  refuses(() => commit(root, sceneChanges), "permission", /read-only/);
  assert.deepEqual(snapshot(root), before);
  removeTree(root);
});

test("a file changed after apply is named by undo, its original is laid beside, the rest is restored", () => {
  const root = makeScene();
  const before = snapshot(root);
  commit(root, sceneChanges);
  fs.writeFileSync(join(root, "bin/tide.js"), "mine now\n");
  const first = undo(root);
  assert.ok(first.kind === "undone");
  assert.deepEqual(
    first.files.map((file) => file.kind),
    ["restored", "kept", "restored", "restored", "kept", "kept"],
  );
  assert.equal(fs.readFileSync(join(root, "bin/tide.js"), "utf8"), "mine now\n");
  const original = first.originals["bin/tide.js"] ?? "";
  assert.equal(fs.readFileSync(join(root, original), "utf8"), "#!/usr/bin/env node\nrequire('left-pad')\n");
  const second = undo(root);
  assert.ok(second.kind === "undone");
  assert.deepEqual(
    second.files.map((file) => file.kind),
    ["untouched", "kept", "untouched", "untouched", "kept", "kept"],
  );
  fs.writeFileSync(join(root, "bin/tide.js"), "#!/usr/bin/env node\n");
  undo(root);
  assert.deepEqual(snapshot(root), before);
  removeTree(root);
});

test("an unfinished transaction stops the next apply until undo has run", () => {
  const root = makeScene();
  commit(root, sceneChanges);
  fs.renameSync(join(root, ".shrinkdeps/receipt.json"), join(root, ".shrinkdeps/journal.json"));
  const more = [{ path: "package.json", before: sceneChanges[0]?.after, after: "{}" }];
  refuses(() => commit(root, more), "journal", /interrupted/);
  undo(root);
  commit(root, sceneChanges);
  removeTree(root);
});

test("a living owner's lock is respected, a dead one's is taken over", async () => {
  const root = makeScene();
  const changes = sceneChanges.slice(0, 1);
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
  await once(child, "spawn");
  fs.mkdirSync(join(root, ".shrinkdeps"));
  const { hostname } = await import("node:os");
  const owner = { pid: child.pid, start: "", host: hostname(), since: Date.now(), purpose: "apply", id: "abcdef01" };
  const lock = join(root, ".shrinkdeps/lock");
  fs.writeFileSync(lock, JSON.stringify(owner));
  refuses(() => commit(root, changes), "conflict", new RegExp(`process ${child.pid}`));
  fs.writeFileSync(lock, JSON.stringify({ ...owner, start: "another boot/1" }));
  if (process.platform === "linux") commit(root, changes);
  undo(root);
  fs.mkdirSync(join(root, ".shrinkdeps"), { recursive: true });
  fs.writeFileSync(lock, JSON.stringify(owner));
  const ended = once(child, "close");
  child.kill();
  await ended;
  assert.equal(commit(root, changes).length, 1);
  removeTree(root);
});

test("of several applies at once one writes and the others say that one is running or that the files changed", async () => {
  const victim = new URL("./kill/victim.js", import.meta.url).pathname;
  const root = makeScene();
  const children = Array.from({ length: 6 }, () => spawn(process.execPath, [victim, "apply", root]));
  const codes = await Promise.all(children.map(async (child) => (await once(child, "close"))[0]));
  assert.equal(codes.filter((code) => code === 0).length, 1);
  assert.equal(undo(root).kind, "undone");
  const fresh = makeScene();
  assert.deepEqual(snapshot(root), snapshot(fresh));
  removeTree(root);
  removeTree(fresh);
});

test("a file system without links still gets its new files and its lock", () => {
  const root = makeScene();
  const before = snapshot(root);
  commit(root, sceneChanges, [], failing("link", 0, "EPERM"));
  assert.ok(fs.existsSync(join(root, "src/native/deep/pad.js")));
  undo(root, failing("link", 0, "EPERM"));
  assert.deepEqual(snapshot(root), before);
  removeTree(root);
});

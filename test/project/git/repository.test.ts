import assert from "node:assert/strict";
import { chmodSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { createCommitDisk } from "../../../src/project/git/commit-disk.ts";
import { createObjectReader } from "../../../src/project/git/objects.ts";
import { openRepository } from "../../../src/project/git/repository.ts";
import { findCommit } from "../../../src/project/git/revision.ts";
import { failure } from "../../budget/projects.ts";
import { folder, git, commit, write } from "./repositories.ts";

/** A history of three commits with a merge, tags and many files alike, so that packing makes differences. */
function history(context: TestContext): string {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main");
  for (let number = 0; number < 40; number++) write(root, `src/part-${number}.txt`, lines(300 + number));
  write(root, "package.json", '{ "name": "shop" }\n');
  commit(root, "first");
  git(root, "tag", "-a", "v1", "-m", "the first");
  git(root, "switch", "-q", "-c", "side/work");
  write(root, "src/part-1.txt", `${lines(300)}more\n`);
  commit(root, "side");
  git(root, "switch", "-q", "main");
  write(root, "src/part-2.txt", lines(299));
  write(root, "binary.bin", Buffer.from([0xff, 0xfe, 0, 1]));
  commit(root, "second");
  git(root, "merge", "-q", "--no-edit", "side/work");
  return root;
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `line ${index} of something that repeats\n`).join("");
}

function open(root: string) {
  const repository = openRepository(root);
  const objects = createObjectReader(repository);
  return { repository, objects, find: (revision: string) => findCommit(repository, objects, revision) };
}

/** Every object there is reads as git shows it. */
function compareObjects(root: string): number {
  const { objects } = open(root);
  const all = git(root, "cat-file", "--batch-all-objects", "--batch-check=%(objectname) %(objecttype) %(objectsize)")
    .trim()
    .split("\n");
  for (const line of all) {
    const [hash = "", type, size] = line.split(" ");
    const found = objects.read(hash);
    assert.deepEqual([found?.type, String(found?.content.length)], [type, size], hash);
  }
  return all.length;
}

const revisions = [
  "HEAD",
  "@",
  "main",
  "side/work",
  "v1",
  "refs/tags/v1",
  "heads/main",
  "HEAD~1",
  "HEAD^",
  "HEAD^2",
  "HEAD^2~1",
  "main~2",
  "v1^0",
  "main^{commit}~1",
  "HEAD^^",
];

test("every object is read as git reads it, loose, packed as differences, and borrowed", (context) => {
  const root = history(context);
  const count = compareObjects(root);
  assert.ok(count > 50);
  git(root, "gc", "-q", "--aggressive", "--prune=now");
  assert.deepEqual(
    readdirSync(join(root, ".git/objects")).filter((name) => /^[0-9a-f]{2}$/.test(name)),
    [],
  );
  assert.match(git(root, "verify-pack", "-v", packOf(root)), /chain length = [1-9]/);
  assert.equal(compareObjects(root), count);
  const borrowing = join(folder(context), "copy");
  git(root, "clone", "-q", "--shared", root, borrowing);
  assert.equal(open(borrowing).find("HEAD"), git(root, "rev-parse", "HEAD").trim());
});

test("a repository of SHA-256 is read alike", (context) => {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main", "--object-format=sha256");
  write(root, "a.txt", lines(10));
  commit(root, "first");
  git(root, "gc", "-q");
  assert.equal(open(root).find("main").length, 64);
  assert.equal(compareObjects(root), 3);
});

test("a revision names the commit that git takes it for, before and after refs are packed", (context) => {
  const root = history(context);
  const check = () => {
    const { find } = open(root);
    for (const revision of revisions) {
      assert.equal(find(revision), git(root, "rev-parse", `${revision}^{commit}`).trim(), revision);
    }
    const hash = find("main");
    assert.equal(find(hash), hash);
    assert.equal(find(hash.slice(0, 9)), hash);
  };
  check();
  git(root, "pack-refs", "--all");
  git(root, "gc", "-q");
  check();
  const copy = join(folder(context), "copy");
  git(root, "clone", "-q", root, copy);
  assert.equal(open(copy).find("origin/side/work"), open(root).find("side/work"));
  assert.equal(open(copy).find("origin"), open(root).find("main"));
  const linked = join(folder(context), "linked");
  git(root, "worktree", "add", "-q", linked, "side/work");
  assert.equal(open(linked).find("HEAD"), open(root).find("side/work"));
});

test("what names no commit is told in one line with what to do", (context) => {
  const root = history(context);
  const { find } = open(root);
  assert.match(
    failure(() => find("nowhere")),
    /^the commit "nowhere" is not in this repository \(/,
  );
  assert.match(
    failure(() => find("main~9")),
    /^the commit "main~9" is not in this repository/,
  );
  assert.match(
    failure(() => find("0".repeat(40))),
    /is not in this repository/,
  );
  for (const odd of [
    "",
    "main..side",
    "main@{1}",
    ":/first",
    "../../etc/passwd",
    "-n",
    "main:package.json",
    "a b",
    "^main",
  ]) {
    assert.match(
      failure(() => find(odd)),
      /is not understood as a commit|is not in this repository/,
      odd,
    );
  }
  const tree = git(root, "rev-parse", "HEAD^{tree}").trim();
  assert.match(
    failure(() => find(tree)),
    /is a tree, not a commit/,
  );
  assert.match(
    failure(() => openRepository(folder(context))),
    /the project is in no git repository/,
  );
});

test("a shallow clone is told how to get the history", (context) => {
  const root = history(context);
  const shallow = join(folder(context), "shallow");
  git(root, "clone", "-q", "--depth", "1", `file://${root}`, shallow);
  const { find } = open(shallow);
  assert.equal(find("HEAD"), open(root).find("main"));
  assert.match(
    failure(() => find("HEAD~1")),
    /whose history was cut off \(fetch it first: fetch-depth: 0/,
  );
});

test("what a partial clone leaves out is an error, not an empty file", (context) => {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main");
  git(root, "config", "uploadpack.allowFilter", "true");
  write(root, "package.json", "{}\n");
  write(root, "packages/a/package.json", '{ "name": "a" }\n');
  commit(root, "first");
  for (const filter of ["blob:none", "tree:0"]) {
    const partial = join(folder(context), "partial");
    git(root, "clone", "-q", "--no-checkout", `--filter=${filter}`, `file://${root}`, partial);
    const { repository, objects, find } = open(partial);
    const disk = createCommitDisk(objects, find("HEAD"), repository.hash.bytes, "");
    const message = /^the git object [0-9a-f]{40} was left out of this clone \(fetch without --filter/;
    assert.match(
      failure(() => disk.read("package.json")),
      message,
    );
    if (filter === "tree:0")
      assert.match(
        failure(() => disk.exists("packages/a")),
        message,
      );
  }
});

test("a damaged object is an error, never another text", (context) => {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main");
  write(root, "a.txt", "first\n");
  write(root, "b.txt", "other\n");
  commit(root, "first");
  const place = (path: string) => {
    const hash = git(root, "rev-parse", `HEAD:${path}`).trim();
    return join(root, ".git/objects", hash.slice(0, 2), hash.slice(2));
  };
  chmodSync(place("a.txt"), 0o644);
  writeFileSync(place("a.txt"), readFileSync(place("b.txt")));
  const hash = git(root, "rev-parse", "HEAD:a.txt").trim();
  assert.match(
    failure(() => open(root).objects.read(hash)),
    new RegExp(`^the git object ${hash} is damaged`),
  );
  writeFileSync(place("a.txt"), "no zlib");
  assert.match(
    failure(() => open(root).objects.read(hash)),
    /is damaged/,
  );
});

test("a commit's files are read as a directory's, links inside followed and those outside not", (context) => {
  const root = folder(context);
  git(root, "init", "-q", "-b", "main");
  write(root, "app/package.json", "{}\n");
  write(root, "app/packages/a/package.json", '\ufeff{ "name": "ä" }');
  write(root, "app/latin1.txt", Buffer.from([0xe4]));
  symlinkSync("packages/a", join(root, "app/link"));
  symlinkSync("../../../etc", join(root, "app/outside"));
  symlinkSync("loop", join(root, "app/loop"));
  commit(root, "first");
  rmSync(join(root, "app"), { recursive: true });
  const { repository, objects, find } = open(root);
  const disk = createCommitDisk(objects, find("HEAD"), repository.hash.bytes, "app");
  assert.deepEqual(disk.read("package.json"), { text: "{}\n" });
  assert.deepEqual(disk.read("./packages/a/package.json"), { text: '\ufeff{ "name": "ä" }' });
  assert.deepEqual(disk.read("link/package.json"), { text: '\ufeff{ "name": "ä" }' });
  assert.deepEqual(disk.read("latin1.txt"), { unreadable: "it is not UTF-8 text" });
  for (const path of ["../app/package.json", "/etc/passwd", "outside/passwd", "loop", "gone", "package.json/x"]) {
    assert.equal(disk.exists(path), false, path);
    assert.ok("unreadable" in disk.read(path), path);
  }
  assert.deepEqual(disk.list(""), ["latin1.txt", "link", "loop", "outside", "package.json", "packages"]);
  assert.deepEqual(disk.listing("packages"), { entries: [{ name: "a", kind: "directory" }] });
  assert.deepEqual(
    [disk.isDirectory("packages"), disk.isDirectory("link"), disk.isDirectory("package.json")],
    [true, true, false],
  );
  assert.equal(disk.size("package.json"), 3);
});

function packOf(root: string): string {
  const folder = join(root, ".git/objects/pack");
  return join(folder, readdirSync(folder).find((name) => name.endsWith(".idx")) ?? "");
}

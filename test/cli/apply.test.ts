import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { makeProject, readTree, shrinkdeps } from "./command.ts";
import { bigShop, shop } from "./shop.ts";

const rewritten = 'export const label = (id) => String(id).padStart(5, "0");\n';

test("--dry-run prints a diff that git takes, then the plan, and writes nothing", async (context) => {
  const project = makeProject(context, shop);
  const before = readTree(project);
  const { code, stdout, stderr } = await shrinkdeps(project, ["apply", "--dry-run"]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.deepEqual(readTree(project), before);
  assert.match(stdout, /\nGoes: 1 package; 1 source file changed\n/);
  execFileSync("git", ["init", "-q"], { cwd: project });
  execFileSync("git", ["apply", "-"], { cwd: project, input: stdout });
  rmSync(join(project, ".git"), { recursive: true });
  const patched = readTree(project);
  assert.equal(patched["src/label.js"], rewritten);
  const applied = makeProject(context, shop);
  assert.equal((await shrinkdeps(applied, ["apply", "--yes"])).code, 0);
  const written = Object.entries(readTree(applied)).filter(([path]) => !path.startsWith(".shrinkdeps"));
  assert.deepEqual(Object.fromEntries(written), patched);
});

test("--yes writes, and says what was done, what is left to do and how to take it back", async (context) => {
  const project = makeProject(context, shop);
  const { code, stdout, stderr } = await shrinkdeps(project, ["apply", "--yes"]);
  assert.deepEqual([code, stderr], [0, ""]);
  assert.match(stdout, /\nDone: removed left-pad; 3 files written; 1 package left the lockfile\.\n/);
  assert.match(stdout, /\nnode_modules was left as it is\.\n/);
  assert.match(stdout, /\nNext\n  npm install +brings node_modules in step\n  shrinkdeps undo +takes it all back\n$/);
  const tree = readTree(project);
  assert.equal(tree["src/label.js"], rewritten);
  assert.doesNotMatch(`${tree["package.json"]}${tree["package-lock.json"]}`, /left-pad/);
});

test("a second apply finds nothing to remove and writes nothing", async (context) => {
  const project = makeProject(context, shop);
  await shrinkdeps(project, ["apply", "--yes"]);
  const before = readTree(project);
  const again = await shrinkdeps(project, ["apply", "--yes"]);
  assert.deepEqual([again.code, again.stdout], [0, "Nothing to remove.\n"]);
  assert.deepEqual(readTree(project), before);
});

test("undo brings every file back, byte for byte", async (context) => {
  const project = makeProject(context, shop);
  const before = readTree(project);
  await shrinkdeps(project, ["apply", "--yes"]);
  const { code, stdout } = await shrinkdeps(project, ["undo"]);
  assert.equal(code, 0);
  assert.match(
    stdout.replace(/\s+/g, " "),
    /^Took back the apply of .*, which removed left-pad: 3 files as before\. $/,
  );
  assert.deepEqual(readTree(project), before);
});

test("undo names a file that somebody changed since, which is a finding", async (context) => {
  const project = makeProject(context, shop);
  await shrinkdeps(project, ["apply", "--yes"]);
  writeFileSync(join(project, "src/label.js"), "// mine\n");
  const { code, stdout } = await shrinkdeps(project, ["undo"]);
  assert.equal(code, 1);
  assert.match(stdout, /src\/label\.js stays as it is: it was changed since/);
  assert.equal(readFileSync(join(project, "src/label.js"), "utf8"), "// mine\n");
});

test("at a terminal it asks, and only y or yes writes", async (context) => {
  for (const answer of ["y\n", "YES\n"]) {
    const project = makeProject(context, shop);
    const { code, stdout } = await shrinkdeps(project, ["apply"], answer);
    assert.equal(code, 0);
    assert.match(stdout, /\nMake these changes\? \[y\/N\] /);
    assert.equal(readTree(project)["src/label.js"], rewritten);
  }
  for (const answer of ["n\n", "\n", "yesterday\n", ""]) {
    const project = makeProject(context, shop);
    const before = readTree(project);
    const { code, stdout } = await shrinkdeps(project, ["apply"], answer);
    assert.equal(code, 0);
    assert.match(stdout, /Nothing was written\.\n$/);
    assert.deepEqual(readTree(project), before);
  }
});

test("without a terminal and without --yes it shows the plan, writes nothing and says what to add", async (context) => {
  const project = makeProject(context, shop);
  const before = readTree(project);
  const { code, stdout, stderr } = await shrinkdeps(project, ["apply"]);
  assert.equal(code, 2);
  assert.match(stdout, /^Goes: 1 package/);
  assert.match(stderr, /^shrinkdeps: nothing was written, [^\n]*--yes[^\n]*\n$/);
  assert.deepEqual(readTree(project), before);
});

test("a name that cannot go is a finding: nothing is written, and every refusing use is named", async (context) => {
  const project = makeProject(context, bigShop);
  const before = readTree(project);
  const { code, stdout } = await shrinkdeps(project, ["apply", "--yes", "left-pad", "tide-clock"]);
  assert.equal(code, 1);
  assert.match(
    stdout,
    /\nStays: 1 package\n  tide-clock\n    [^\n]+\n      src\/time\.js:1:1  import clock from "tide-clock";\n/,
  );
  assert.match(stdout, /\nNothing was written, because of what stays: tide-clock\./);
  assert.deepEqual(readTree(project), before);
  assert.equal((await shrinkdeps(project, ["apply", "--dry-run", "tide-clock"])).code, 1);
});

test("without names what cannot go stays, what nothing uses waits for --unused", async (context) => {
  const project = makeProject(context, bigShop);
  assert.equal((await shrinkdeps(project, ["apply", "--yes"])).code, 0);
  assert.deepEqual(readDependencies(project), ["tide-clock", "yocto"]);
  for (const how of ["--yes", "--dry-run"]) {
    const { stdout } = await shrinkdeps(project, ["apply", how]);
    assert.match(stdout, /\nNo code uses a package of the manifest: yocto; to remove, add --unused\.\n$/);
  }
  assert.equal((await shrinkdeps(project, ["apply", "--yes", "--unused"])).code, 0);
  assert.deepEqual(readDependencies(project), ["tide-clock"]);
});

test("neither a name nor --unused removes what no code uses while a need of it is in doubt", async (context) => {
  const doubted = { ...bigShop, "src/plugins.js": 'export const plugins = ["yocto"];\n' };
  for (const asked of [["yocto"], ["yocto", "--unused"], ["--unused"]]) {
    const project = makeProject(context, doubted);
    const { code, stdout } = await shrinkdeps(project, ["apply", "--yes", ...asked]);
    assert.equal(code, asked[0] === "yocto" ? 1 : 0);
    if (code === 1) assert.match(stdout, /\n  yocto\n    No usage was found, but it cannot be called unused: /);
    assert.ok(readDependencies(project).includes("yocto"));
    assert.doesNotMatch((await shrinkdeps(project, ["apply", "--dry-run"])).stdout, /add --unused/);
  }
});

test("by its name alone goes what nothing needs", async (context) => {
  const project = makeProject(context, bigShop);
  assert.equal((await shrinkdeps(project, ["apply", "--yes", "yocto"])).code, 0);
  assert.ok(!readDependencies(project).includes("yocto"));
});

test("a plan without a change says that nothing was written", async (context) => {
  const project = makeProject(context, shop);
  const before = readTree(project);
  const { code, stdout } = await shrinkdeps(project, ["apply", "--yes", "--target", "node4"]);
  assert.equal(code, 0);
  assert.match(stdout, /^Stays: 1 package\n[^]*\n\nNothing was written: nothing else can go as it is\.\n$/);
  assert.deepEqual(readTree(project), before);
});

test("what nothing uses goes by its name", async (context) => {
  const project = makeProject(context, bigShop);
  assert.equal((await shrinkdeps(project, ["apply", "--yes", "yocto"])).code, 0);
  assert.deepEqual(readDependencies(project), ["left-pad", "tide-clock"]);
});

test("--target is the floor of the plan", async (context) => {
  const project = makeProject(context, shop);
  const { code, stdout } = await shrinkdeps(project, ["apply", "--yes", "--target", "node4", "left-pad"]);
  assert.equal(code, 1);
  assert.match(stdout, /needs Node 8/);
});

test("an unknown name is a mistake in the command", async (context) => {
  const project = makeProject(context, shop);
  const { code, stdout, stderr } = await shrinkdeps(project, ["apply", "--yes", "leftpad"]);
  assert.deepEqual([code, stdout], [2, ""]);
  assert.match(stderr, /"leftpad" \(did you mean left-pad\?\)\n$/);
});

function readDependencies(project: string): string[] {
  const manifest: { dependencies: object } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
  return Object.keys(manifest.dependencies);
}

test("a dirty git tree is warned of, with the files that are written on top, and nothing else is touched", async (context) => {
  const project = makeProject(context, { ...bigShop, "src/théme.js": "1;\n", "src/old.js": "2;\n" });
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: project, encoding: "utf8" });
  git("init", "-q");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "all");
  const clean = await shrinkdeps(project, ["apply", "--yes"]);
  assert.doesNotMatch(clean.stdout, /no commit/);
  await shrinkdeps(project, ["undo"]);

  const mine = `${bigShop["src/label.js"]}// mine\n`;
  writeFileSync(join(project, "src/label.js"), mine);
  writeFileSync(join(project, "src/théme.js"), "1; // mine\n");
  writeFileSync(join(project, "src/untracked.js"), "3;\n");
  git("mv", "src/old.js", "src/new.js");
  // What the repository names to be run is not run.
  git("config", "core.fsmonitor", `touch ${join(project, "ran")}`);
  const before = readTree(project);
  const { code, stdout } = await shrinkdeps(project, ["apply", "--yes"]);
  assert.equal(code, 0);
  assert.match(
    stdout.replace(/\s+/g, " "),
    /Git has changes of your own in no commit yet \(3 files\): src\/label\.js is written now, on top of them\./,
  );
  const after = readTree(project);
  const touched = Object.keys({ ...before, ...after }).filter((path) => before[path] !== after[path]);
  const beyond = touched.filter((path) => !path.startsWith(".shrinkdeps/"));
  assert.deepEqual(beyond.sort(), ["package-lock.json", "package.json", "src/label.js"]);
  assert.match(after["src/label.js"] ?? "", /padStart.*\n\/\/ mine\n$/s);
  await shrinkdeps(project, ["undo"]);
  assert.deepEqual(readTree(project), before);
});

test("a git tree whose changes are elsewhere is warned of as such", async (context) => {
  const project = makeProject(context, { ...shop, "notes.txt": "a\n" });
  execFileSync("git", ["init", "-q"], { cwd: project });
  execFileSync("git", ["add", "."], { cwd: project });
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-qm", "all"], {
    cwd: project,
  });
  writeFileSync(join(project, "notes.txt"), "b\n");
  const { stdout } = await shrinkdeps(project, ["apply", "--yes"]);
  assert.match(stdout.replace(/\s+/g, " "), /\(1 file\): none of them is written now\./);
  assert.equal(readFileSync(join(project, "notes.txt"), "utf8"), "b\n");
});

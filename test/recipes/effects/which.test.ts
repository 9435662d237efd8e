/** Commands looked up in ways that only some versions of which have, and as if this were Windows. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import semver from "semver";
import { installOriginals, listOriginals, root } from "../proof/originals.ts";
import { benchesOf, compareCalls, loadRecipe, proofOptions } from "../proof/prove.ts";
import { argumentLists, among, shared } from "../proof/sample.ts";
import { readRecipes } from "../proof/source.ts";
import { namesIn, placesWith } from "./searched.ts";

before(installOriginals);

async function isDeclared(note: string, ...versions: readonly string[]): Promise<void> {
  const eras = (await loadRecipe("which")).filter((era) => era.deviations?.some((each) => each.note === note));
  assert.deepEqual(
    eras.map((era) => era.versions),
    versions,
  );
}

test("without a callback which gives a promise, as its replacement does", async () => {
  const written = readRecipes().find(({ name }) => name === "which");
  assert.ok(written !== undefined);
  const names = shared(fc.constantFrom("tool", "none", "./tool", "one/tool", "two/tool", "", "."));
  const found = namesIn(placesWith(), names);
  const given = among(
    ["{ nothrow: true }", () => ({ nothrow: true })],
    ["{ path: 'two:one' }", () => ({ path: "two:one" })],
    ["undefined", () => undefined],
  );
  const lists = fc.oneof(argumentLists(found), argumentLists(found, given));
  const { runs, seed } = proofOptions();
  const benches = (await benchesOf(written)).filter(
    (each) => each.key === "default" && semver.gte(each.version, "2.0.1"),
  );
  assert.equal(benches.length, listOriginals().filter((each) => each.package === "which").length - 1);
  for (const bench of benches)
    for (const samples of fc.sample(lists, { seed, numRuns: runs })) {
      const told = samples.map(({ text }) => text).join(", ");
      assert.equal(await compareCalls(bench, samples, { strict: true }), undefined, `${bench.version}: ${told}`);
    }
});

/** What each way to load which finds, in a process that is set up first, in a folder with these files. */
function findings(setUp: string, files: readonly string[], names: readonly string[]): Map<string, string> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-which-"));
  for (const file of files) writeFileSync(join(folder, file), "", { mode: 0o755 });
  const recipe = pathToFileURL(join(root, "dist", "recipes", "which.js")).href;
  const script = `
    import { createRequire, syncBuiltinESMExports } from "node:module";
    import path from "node:path";
    const require = createRequire(${JSON.stringify(join(root, "test", "originals", "package.json"))});
    const names = ${JSON.stringify(names)};
    process.chdir(${JSON.stringify(folder)});
    ${setUp}
    const { default: eras } = await import("${recipe}");
    const { default: semver } = await import("semver");
    const tell = async (call) => {
      try { return await call(); } catch (error) { return [error.message, error.code]; }
    };
    for (const [alias, version] of ${JSON.stringify(aliases())}) {
      const era = eras.find(({ versions }) => semver.satisfies(version, versions));
      const original = require(alias);
      const called = (which, name) => tell(() => version !== "1.3.1" ? which(name) : new Promise((resolve, reject) => {
        which(name, (error, found) => error ? reject(error) : resolve(found));
      }));
      const theirs = [], ours = [];
      for (const name of names) {
        theirs.push(await tell(() => original.sync(name)), await called(original, name));
        ours.push(await tell(() => era.exports.sync(name)), await called(era.exports.default, name));
      }
      console.log(JSON.stringify([version, JSON.stringify(theirs), JSON.stringify(ours)]));
    }`;
  const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(run.stderr, "");
  const lines = run.stdout.trim().split("\n");
  assert.equal(lines.length, aliases().length);
  return new Map(
    lines.flatMap((line) => {
      const [version, theirs, ours] = JSON.parse(line) as [string, string, string];
      return [[`which ${version}`, theirs] as const, [`ours ${version}`, ours] as const];
    }),
  );
}

function aliases(): (readonly [alias: string, version: string])[] {
  return listOriginals()
    .filter((each) => each.package === "which")
    .map(({ alias, version }) => [alias, version] as const);
}

/** A path of Windows is the name of a file here. */
const windows = (path: string, endings?: string): string => `
  Object.defineProperty(process, "platform", { value: "win32" });
  const { delimiter, join, sep } = path.win32;
  Object.assign(path, { delimiter, join, sep });
  syncBuiltinESMExports();
  process.cwd = () => "C:\\\\here";
  process.env.PATH = ${JSON.stringify(path)};
  ${endings === undefined ? "delete process.env.PATHEXT;" : `process.env.PATHEXT = ${JSON.stringify(endings)};`}`;

test("in Windows which looks in the current folder first, and tries the endings of PATHEXT", () => {
  const files = [
    "C:\\here\\own.exe",
    "C:\\here\\own.EXE",
    "C:\\one\\tool.cmd",
    "C:\\two\\tool.EXE",
    "C:\\two\\tool",
    "C:\\two\\tool.sh",
    "C:\\two\\own.EXE",
    "C:\\a b\\spaced.Bat",
    "C:\\a b\\spaced.BAT",
    ".\\here.COM",
    "sub\\below.exe",
  ];
  const names = [
    "own",
    "tool",
    "tool.cmd",
    "tool.sh",
    "own.exe",
    "spaced",
    "none",
    ".\\here",
    "sub\\below",
    "sub/below",
  ];
  const path = 'C:\\one;C:\\two\\;"C:\\a b";;C:\\nowhere';
  for (const endings of [undefined, "", ".COM;.EXE;.BAT;.CMD", ".cmd;.exe", ";.EXE", ".EXE;", ".SH"]) {
    const found = findings(windows(path, endings), files, names);
    for (const [, version] of aliases())
      assert.equal(found.get(`ours ${version}`), found.get(`which ${version}`), `${version} with ${endings}`);
    if (endings === undefined) assert.ok(found.get("ours 7.0.0")?.startsWith('["C:\\\\here\\\\own.EXE"'));
  }
});

test("The variable OSTYPE does not turn another system into Windows.", async () => {
  await isDeclared("The variable OSTYPE does not turn another system into Windows.", "1.3.1", ">=2.0.1 <3");
  const found = findings('process.env.OSTYPE = "msys"; process.env.PATH = ".:x";', ["tool"], ["tool"]);
  for (const [, version] of aliases()) {
    assert.equal(found.get(`ours ${version}`), '["tool","tool"]', version);
    const isSame = found.get(`which ${version}`) === found.get(`ours ${version}`);
    assert.equal(isSame, semver.gte(version, "3.0.0"), version);
  }
});

test("A quotation mark in PATH that closes nothing is part of a name, where it stands for the current directory.", async () => {
  await isDeclared(
    "A quotation mark in PATH that closes nothing is part of a name, where it stands for the current directory.",
    "1.3.1",
  );
  const found = findings(`process.env.PATH = '"';`, ["tool"], ["tool"]);
  for (const [, version] of aliases()) {
    assert.equal(found.get(`ours ${version}`), '[["not found: tool","ENOENT"],["not found: tool","ENOENT"]]', version);
    const isSame = found.get(`which ${version}`) === found.get(`ours ${version}`);
    assert.equal(isSame, version !== "1.3.1", version);
  }
});

test("A name that begins with a dot and a backslash is looked up as it is, where the package writes that twice.", async () => {
  await isDeclared(
    "A name that begins with a dot and a backslash is looked up as it is, where the package writes that twice.",
    "1.3.1",
    ">=2.0.1 <3",
  );
  const found = findings(`process.env.PATH = ":nowhere";`, [".\\tool", ".\\.\\tool"], [".\\tool"]);
  for (const [, version] of aliases()) {
    assert.equal(found.get(`ours ${version}`), JSON.stringify([".\\tool", ".\\tool"]), version);
    const isSame = found.get(`which ${version}`) === found.get(`ours ${version}`);
    assert.equal(isSame, semver.gte(version, "3.0.0"), version);
  }
});

test("an error in the callback of which 1 is uncaught, as it is with the package", () => {
  const recipe = pathToFileURL(join(root, "dist", "recipes", "which.js")).href;
  const told = (load: string): string => {
    const script = `
      import { createRequire } from "node:module";
      const require = createRequire(${JSON.stringify(join(root, "test", "originals", "package.json"))});
      const which = ${load};
      process.on("uncaughtException", (error, origin) => console.log(error.message, origin));
      which("node", () => { throw new Error("of the callback"); });`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: root, encoding: "utf8" }).stdout;
  };
  assert.equal(told('require("which-1.3.1")'), "of the callback uncaughtException\n");
  assert.equal(told(`(await import("${recipe}")).default[0].exports.default`), "of the callback uncaughtException\n");
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { satisfies } from "semver";
import { type Original, installOriginals, listOriginals, loadOriginal, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Search = (
  pattern: string | readonly string[],
  options: { cwd: string; ignore?: string; nodir?: boolean },
) => string[];
type Call = (pattern: string, options: { cwd: string }, done: (error: Error | null, found?: string[]) => void) => void;
type Later = (pattern: string, options: { cwd: string }) => Promise<string[]>;
interface Side {
  readonly sync: Search;
  readonly called: Call;
  readonly later: Later;
}

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-glob-"));
after(() => rmSync(folder, { recursive: true }));
before(installOriginals);

const user = process.geteuid?.();

/** Runs as a user who has to ask for permission. */
async function asAnyone<T>(run: () => T | Promise<T>): Promise<T> {
  if (user === 0) process.seteuid?.(65534);
  try {
    return await run();
  } finally {
    if (user === 0) process.seteuid?.(0);
  }
}

/** Each version of a range: the package, what serves in its place, and the differences that are declared. */
async function versionsOf(range: string): Promise<readonly [string, Side, Side, readonly string[]][]> {
  const eras = await loadRecipe("glob");
  const originals = listOriginals().filter((each) => each.package === "glob" && satisfies(each.version, range));
  const both = originals.flatMap((original) => [0, -1].map((at) => [original, at] as const));
  return Promise.all(
    both.map(async ([original, at]) => [`${original.alias} ${at}`, ...(await sidesOf(original, eras, at))] as const),
  );
}

/** `at` says which case of the replacement. */
async function sidesOf(original: Original, eras: Awaited<ReturnType<typeof loadRecipe>>, at: number) {
  const era = eras.find((each) => satisfies(original.version, each.versions));
  assert.ok(era !== undefined, original.alias);
  const shape = "default" in era.exports ? "default" : "namespace";
  const theirs = await loadOriginal(original, undefined, shape);
  const replacement = (name: string): unknown => [era.exports[name]].flat().at(at);
  const side = (of: (name: string) => unknown): Side => ({
    sync: of("sync") as Search,
    called: of("glob") as Call,
    later: of("glob") as Later,
  });
  return [side((name) => theirs[name]), side(replacement), (era.deviations ?? []).map(({ note }) => note)] as const;
}

const outcomeOf = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
};

const calledBack = (side: Side, pattern: string, cwd: string): Promise<unknown> =>
  new Promise((resolve) =>
    side.called(pattern, { cwd }, (error, found) => resolve(error === null ? found : String(error))),
  );

/** A folder with a file, a folder with a file, and one below of that mode. */
function plant(name: string, mode: number): string {
  const place = join(folder, name);
  chmodSync(folder, 0o755);
  mkdirSync(join(place, "open", "shut"), { recursive: true });
  for (const path of ["top.js", "open/a.js", "open/shut/b.js"]) writeFileSync(join(place, path), "");
  chmodSync(join(place, "open", "shut"), mode);
  after(() => chmodSync(join(place, "open", "shut"), 0o755));
  return place;
}

test("a directory that may not be read ends the search with the error of the package, or is passed over", async (t) => {
  const printed = t.mock.method(console, "error", () => undefined);
  const cwd = plant("unreadable", 0);
  const note = "An error is only handed to the callback, where the package prints it as well.";
  for (const [name, theirs, ours, notes] of await versionsOf("<9")) {
    assert.ok(notes.includes(note));
    for (const pattern of ["**/*.js", "open/*", "open/shut/*", "open/**/*"]) {
      const [package_, replacement] = await asAnyone(() =>
        [theirs, ours].map((side) => outcomeOf(() => side.sync(pattern, { cwd }))),
      );
      assert.deepEqual(replacement, package_, `${name} ${pattern}`);
      const told = await asAnyone(() => Promise.all([theirs, ours].map((side) => calledBack(side, pattern, cwd))));
      assert.deepEqual(told, [package_, package_], `${name} ${pattern}`);
    }
    printed.mock.resetCalls();
    assert.match(String(await asAnyone(() => calledBack(ours, "**/*", cwd))), /EACCES/);
    assert.equal(printed.mock.callCount(), 0);
    assert.match(String(await asAnyone(() => calledBack(theirs, "**/*", cwd))), /EACCES/);
    assert.equal(printed.mock.calls[0]?.arguments[0], "glob error");
  }
  for (const [name, theirs, ours] of await versionsOf(">=9")) {
    const found = await asAnyone(() => [theirs, ours].map((side) => side.sync("**/*.js", { cwd })));
    assert.deepEqual(
      found,
      [
        ["top.js", "open/a.js"],
        ["top.js", "open/a.js"],
      ],
      name,
    );
    const later = await asAnyone(() => Promise.all([theirs, ours].map((side) => side.later("**/*.js", { cwd }))));
    assert.deepEqual(later, found, name);
  }
});

test("Of a directory that may be listed but not entered, `**` finds the files, where the package fails.", async (t) => {
  t.mock.method(console, "error", () => undefined);
  const cwd = plant("listed", 0o444);
  const note = "Of a directory that may be listed but not entered, `**` finds the files, where the package fails.";
  for (const [name, theirs, ours, notes] of await versionsOf("<9")) {
    assert.ok(notes.includes(note));
    const [package_, replacement] = await asAnyone(() =>
      [theirs, ours].map((side) => outcomeOf(() => side.sync("**/*.js", { cwd }))),
    );
    assert.match(String(package_), /EACCES/, name);
    assert.deepEqual(replacement, ["open/a.js", "open/shut/b.js", "top.js"], name);
  }
  for (const [name, theirs, ours] of await versionsOf(">=9")) {
    const [package_, replacement] = await asAnyone(() => [theirs, ours].map((side) => side.sync("**/*.js", { cwd })));
    assert.deepEqual(replacement, package_, name);
    assert.equal(replacement?.length, 3, name);
  }
});

test("names in a folder that may not be read, and folders that are ignored, are found or passed over alike", async (t) => {
  t.mock.method(console, "error", () => undefined);
  const cwd = plant("named", 0);
  for (const [name, theirs, ours] of (await versionsOf("<9 || >=10.3.12")).filter(([name]) => name.endsWith(" -1")))
    for (const [pattern, options] of [
      ["open/shut/b.js", {}],
      ["*/shut/{b,c}.js", {}],
      ["*/shut/*.js", {}],
      ["open/shut/**", {}],
      ["open/**/b.js", {}],
      ["**/*.js", { ignore: "**/shut/**" }],
      ["open/shut/*", { ignore: "open/**" }],
      ["**/*", { nodir: true, ignore: "**/shut/**" }],
    ] as const) {
      const [package_, replacement] = await asAnyone(() =>
        [theirs, ours].map((side) => outcomeOf(() => side.sync(pattern, { cwd, ...options }))),
      );
      assert.deepEqual(replacement, package_, `${name} ${pattern}`);
    }
});

test("A null byte in cwd is an error for the callback, where the package throws it.", async () => {
  const note = "A null byte in cwd is an error for the callback, where the package throws it.";
  for (const [name, theirs, ours, notes] of await versionsOf("<9")) {
    assert.ok(notes.includes(note));
    const cwd = `${folder}\0${name}`;
    assert.match(String(outcomeOf(() => theirs.called("*", { cwd }, () => undefined))), /null bytes/, name);
    assert.match(String(await calledBack(ours, "*", cwd)), /null bytes/, name);
  }
});

test("a promise gives the paths below `**` in the order of the synchronous function", async () => {
  const note =
    "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.";
  const cwd = join(folder, "order");
  mkdirSync(join(cwd, "z", "1", "2", "3", "4"), { recursive: true });
  mkdirSync(join(cwd, "a"));
  for (const path of ["top", "a/near", "z/1/2/3/4/far"]) writeFileSync(join(cwd, path), "");
  for (const [name, theirs, ours, notes] of await versionsOf(">=9")) {
    assert.ok(notes.includes(note));
    const order = ours.sync("**/*", { cwd });
    assert.deepEqual(order, theirs.sync("**/*", { cwd }), name);
    assert.deepEqual(await ours.later("**/*", { cwd }), order, name);
    const different = await theirs.later("**/*", { cwd });
    assert.notDeepEqual(different, order, name);
    assert.deepEqual(different.sort(), [...order].sort(), name);
  }
});

test("upper and lower case are the same from version 9 on, on macOS and Windows", async () => {
  const cwd = join(folder, "case");
  mkdirSync(join(cwd, "lib"), { recursive: true });
  for (const path of ["a.js", "B.JS", "lib/c.Js", "lib/d.ts"]) writeFileSync(join(cwd, path), "");
  symlinkSync("lib", join(cwd, "Link.js"));
  const found = (platform: string, alias: string, era: number): unknown => {
    const script = `
      import { createRequire } from "node:module";
      Object.defineProperty(process, "platform", { value: ${JSON.stringify(platform)} });
      const theirs = createRequire(${JSON.stringify(join(root, "test", "originals", "package.json"))})(${JSON.stringify(alias)});
      const { default: eras } = await import(${JSON.stringify(`file://${root}/dist/recipes/glob.js`)});
      const simple = ["*.js", "*.JS", "**/*.js", "./**/*.jS", "lib/*.js"].map((pattern) => [pattern]);
      const more = ["**/B.js", "**/{A,B,C}*.js", "L*/c.*"].map((pattern) => [pattern]);
      const ignoring = ["a.JS", "**/C.js", "LIB/**"].map((ignore) => ["**/*.js", { ignore }]);
      const { sync } = eras.at(${era}).exports;
      const [first, general] = [sync].flat();
      const all = (general ? [...simple, ...more, ...ignoring] : simple).map((args) =>
        [theirs.sync, args[1] || more.includes(args) ? general : first, general ?? first].map((search) => search(...args)));
      console.log(JSON.stringify(all));`;
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd, encoding: "utf8" });
    assert.equal(run.stderr, "");
    return JSON.parse(run.stdout);
  };
  const counts: Record<string, number> = {};
  for (const [alias, era, platform] of [
    ["glob-8.1.0", 1, "darwin"],
    ["glob-9.3.5", 2, "darwin"],
    ["glob-9.3.5", 2, "linux"],
    ["glob-10.0.0", 3, "linux"],
    ["glob-14.0.6", 4, "darwin"],
  ] as const) {
    const pairs = found(platform, alias, era) as [string[], string[], string[]][];
    for (const [theirs, ...ours] of pairs) assert.deepEqual(ours, [theirs, theirs], `${alias} on ${platform}`);
    counts[`${alias} ${platform}`] = pairs[0]?.[1].length ?? 0;
  }
  assert.deepEqual(counts, {
    "glob-8.1.0 darwin": 2,
    "glob-9.3.5 darwin": 3,
    "glob-9.3.5 linux": 2,
    "glob-10.0.0 linux": 2,
    "glob-14.0.6 darwin": 3,
  });
});

test("The paths of several patterns or alternatives, and those that links lead to, come in another order.", async () => {
  const cwd = join(folder, "braces");
  for (const path of ["a/b/x.js", "b/a/x.js", "c/b/a/y.js", "c/lib/x.js"]) {
    mkdirSync(join(cwd, path, ".."), { recursive: true });
    writeFileSync(join(cwd, path), "");
  }
  symlinkSync(".", join(cwd, "c", "b", "b"));
  for (const [name, theirs, ours] of (await versionsOf(">=10.3.12")).filter(([name]) => name.endsWith(" -1"))) {
    const patterns = ["{b,a}/**/*.js", "**/b/*.js", "**/b/a/*.js", "*/b/*.js", "{c,a}/{b,lib}/*.js", ["c/*", "*"]];
    const orders = patterns.map((pattern) => {
      const [paths, others] = [theirs, ours].map((side) => side.sync(pattern, { cwd })) as [string[], string[]];
      assert.ok(paths.length > 0, String(pattern));
      const isSame = paths.every((path, index) => path === others[index]);
      assert.deepEqual(others.sort(), paths.sort(), `${name} ${String(pattern)}`);
      return isSame;
    });
    assert.deepEqual(new Set(orders), new Set([false, true]), name);
  }
});

test("A link that leads nowhere is found by its name also where `**` has met it for an earlier one of several in braces.", async () => {
  const cwd = join(folder, "nowhere");
  mkdirSync(join(cwd, "a"), { recursive: true });
  writeFileSync(join(cwd, "a", "x.js"), "");
  symlinkSync("nothing", join(cwd, "a", "link.js"));
  for (const [name, theirs, ours] of (await versionsOf("<9 || >=10.3.12")).filter(([name]) => name.endsWith(" -1"))) {
    const found = ours.sync("**/{x,link}.js", { cwd }).sort();
    assert.deepEqual(found, ["a/link.js", "a/x.js"], name);
    const isEarly = /^glob-[78]/.test(name);
    assert.deepEqual(theirs.sync("**/{x,link}.js", { cwd }).sort(), isEarly ? ["a/x.js"] : found, name);
    assert.deepEqual(theirs.sync("**/{link,y}.js", { cwd }), ["a/link.js"], name);
    assert.deepEqual(ours.sync("**/{link,y}.js", { cwd }), ["a/link.js"], name);
  }
});

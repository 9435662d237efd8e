import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { satisfies } from "semver";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

interface Side {
  readonly sync: (
    patterns: string | readonly string[],
    options: { cwd: string | URL; ignore?: string[]; absolute?: boolean },
  ) => string[];
  readonly later: (patterns: string | readonly string[], options: { cwd: string }) => Promise<string[]>;
}

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-globby-"));
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

/** What the packages that search in the same way call it. */
const names = {
  globby: ["sync", "default", "globbySync", "globby"],
  "fast-glob": ["sync", "default"],
  tinyglobby: ["globSync", "glob"],
} as const;

/** Each version of each package, with what serves in its place and the differences that are declared. */
async function versions(): Promise<readonly [string, Side, Side, readonly string[]][]> {
  const found = await Promise.all(Object.entries(names).map(([name, each]) => versionsOf(name, each)));
  return found.flat();
}

/** Those that fail where a folder may not be read. */
async function strictVersions(): ReturnType<typeof versions> {
  return (await versions()).filter(([alias]) => !alias.startsWith("tinyglobby"));
}

async function versionsOf(
  name: string,
  [sync, later, namedSync = sync, named = later]: readonly string[],
): Promise<readonly [string, Side, Side, readonly string[]][]> {
  const eras = await loadRecipe(name);
  return Promise.all(
    listOriginals()
      .filter((each) => each.package === name)
      .map(async (original) => {
        const era = eras.find((each) => satisfies(original.version, each.versions));
        assert.ok(era !== undefined, original.alias);
        const isDefault = "default" in era.exports;
        const theirs = await loadOriginal(original, undefined, isDefault ? "default" : "namespace");
        const side = (table: Readonly<Record<string, unknown>>): Side => ({
          sync: table[(isDefault ? sync : namedSync)!] as Side["sync"],
          later: table[(isDefault ? later : named)!] as Side["later"],
        });
        return [
          original.alias,
          side(theirs),
          side(era.exports),
          (era.deviations ?? []).map(({ note }) => note),
        ] as const;
      }),
  );
}

const outcomeOf = async (run: () => unknown): Promise<unknown> => {
  try {
    return await run();
  } catch (error) {
    return String(error);
  }
};

/** A folder with files, of which one is in a folder that may not be read. */
function plant(name: string, shut: string): string {
  const place = join(folder, name);
  chmodSync(folder, 0o755);
  mkdirSync(join(place, shut), { recursive: true });
  mkdirSync(join(place, "open"));
  for (const path of ["top.js", "open/a.js", `${shut}/b.js`]) writeFileSync(join(place, path), "");
  chmodSync(join(place, shut), 0);
  after(() => chmodSync(join(place, shut), 0o755));
  return place;
}

test("a folder that may not be read ends the search where a pattern leads into it, unless it is ignored", async () => {
  const cwd = plant("unreadable", "shut");
  for (const [name, theirs, ours] of await strictVersions()) {
    const ends: string[] = [];
    for (const [patterns, ignore] of [
      ["**/*.js", []],
      ["shut/*.js", []],
      ["shut/b.js", []],
      [["*.js", "shut/*"], []],
      ["*/*.js", []],
      ["*.js", []],
      ["open", []],
      ["**/*.js", ["shut"]],
      ["**/*.js", ["**/shut/**"]],
      ["**/*.js", ["shut/*"]],
      ["{open,top}/**/*.js", []],
    ] as const) {
      const options = { cwd, ignore: [...ignore], expandDirectories: false };
      const [package_, replacement] = await asAnyone(() =>
        Promise.all([theirs, ours].map((side) => outcomeOf(() => side.sync(patterns, options)))),
      );
      assert.deepEqual(replacement, package_, `${name} ${String(patterns)} ${String(ignore)}`);
      ends.push(typeof package_);
      const later = await asAnyone(() =>
        Promise.all([theirs, ours].map((side) => outcomeOf(() => side.later(patterns, options)))),
      );
      assert.deepEqual(later, [package_, package_], `${name} ${String(patterns)} ${String(ignore)}`);
    }
    assert.deepEqual(new Set(ends), new Set(["string", "object"]));
  }
});

test("A folder in which nothing can match is not gone into; the package goes into hidden ones and, for `a**`, into all, and fails where it may not read one.", async () => {
  const note =
    "A folder in which nothing can match is not gone into; the package goes into hidden ones and, for `a**`, into all, and fails where it may not read one.";
  const cwd = plant("dotted", ".shut");
  const other = plant("starred", "shut");
  for (const [name, theirs, ours, notes] of await strictVersions()) {
    assert.ok(notes.includes(note));
    for (const [place, pattern, paths] of [
      [cwd, "**/*.js", ["top.js", "open/a.js"]],
      [other, "o**/*.js", ["open/a.js"]],
    ] as const) {
      const found = await asAnyone(() =>
        Promise.all([theirs, ours].map((side) => outcomeOf(() => side.sync(pattern, { cwd: place })))),
      );
      assert.match(String(found[0]), /EACCES/, name);
      assert.deepEqual(found[1], paths, name);
    }
  }
});

test("Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.", async () => {
  const note =
    "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.";
  const cwd = join(folder, "order");
  const patterns = "*/*";
  const names = ["slow", "a", "b", "c", "z"].map((each) => join(cwd, each));
  for (const each of names) {
    mkdirSync(each, { recursive: true });
    writeFileSync(join(each, "x"), "");
  }
  // What a link leads to is looked up before the entries of its folder are known.
  for (let index = 0; index < 500; index++) symlinkSync("x", join(cwd, "slow", `link${index}`));
  for (const [name, theirs, ours, notes] of await versions()) {
    assert.ok(notes.includes(note));
    const order = ours.sync(patterns, { cwd });
    assert.deepEqual(order, theirs.sync(patterns, { cwd }), name);
    assert.deepEqual(await ours.later(patterns, { cwd }), order, name);
    // How fast the disk answers is chance: in one of many runs the folder with the links is not as fast as the others.
    let different = order;
    for (let runs = 0; runs < 100 && different.join() === order.join(); runs += 1)
      different = await theirs.later(patterns, { cwd });
    assert.notDeepEqual(different, order, name);
    assert.deepEqual([...different].sort(), [...order].sort(), name);
  }
});

test("A name with a line break is matched like any other, and `*.*` matches one that ends in a dot.", async () => {
  const note = "A name with a line break is matched like any other, and `*.*` matches one that ends in a dot.";
  const cwd = join(folder, "names");
  mkdirSync(join(cwd, "a\nb"), { recursive: true });
  for (const path of ["\nx.js", "a\nb/y.js", "z."]) writeFileSync(join(cwd, path), "");
  for (const [name, theirs, ours, notes] of await versions()) {
    assert.ok(notes.includes(note));
    assert.deepEqual(theirs.sync("**/*.js", { cwd }), [], name);
    assert.deepEqual(ours.sync("**/*.js", { cwd }).sort(), ["\nx.js", "a\nb/y.js"], name);
    assert.ok(!theirs.sync("*.*", { cwd }).includes("z."), name);
    assert.ok(ours.sync("*.*", { cwd }).includes("z."), name);
  }
});

test("A link is found in a folder with a backslash in its name, and leads into one, where the package takes it for a slash.", async () => {
  const note =
    "A link is found in a folder with a backslash in its name, and leads into one, where the package takes it for a slash.";
  const cwd = join(folder, "backslash");
  mkdirSync(join(cwd, "a\\b"), { recursive: true });
  writeFileSync(join(cwd, "a\\b", "x"), "");
  symlinkSync("x", join(cwd, "a\\b", "link"));
  symlinkSync("a\\b", join(cwd, "way"));
  for (const [name, theirs, ours, notes] of await versions()) {
    if (!notes.includes(note)) continue;
    assert.deepEqual(theirs.sync("*/*", { cwd }), ["a\\b/x"], name);
    assert.deepEqual(ours.sync("*/*", { cwd }).sort(), ["a\\b/link", "a\\b/x", "way/link", "way/x"], name);
  }
});

test("A URL that ends in a slash is served as cwd with `absolute`, where the package cuts off what it matches.", async () => {
  const note =
    "A URL that ends in a slash is served as cwd with `absolute`, where the package cuts off what it matches.";
  const place = join(folder, "url");
  mkdirSync(place);
  writeFileSync(join(place, "a.js"), "");
  const cwd = new URL(`${pathToFileURL(place)}/`);
  const declaring = (await versions()).filter(([, , , notes]) => notes.includes(note));
  assert.ok(declaring.length > 0);
  for (const [name, theirs, ours] of declaring) {
    assert.deepEqual(theirs.sync("a.js", { cwd, absolute: true }), [], name);
    assert.deepEqual(ours.sync("a.js", { cwd, absolute: true }), [join(place, "a.js")], name);
  }
});

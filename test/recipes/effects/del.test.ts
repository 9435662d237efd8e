import assert from "node:assert/strict";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { satisfies } from "semver";
import { installOriginals, listOriginals, loadOriginal } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type Removal = (patterns: string | readonly string[]) => unknown;

interface Side {
  readonly sync: Removal;
  readonly later: Removal;
}

const home = process.cwd();
const all = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-del-"));
const isRoot = process.geteuid?.() === 0;
/** Nobody's number, who has to ask for permission. */
const nobody = 65_534;

before(installOriginals);
after(() => {
  process.chdir(home);
  open(all);
  rmSync(all, { recursive: true });
});

/**
 * Goes to a folder with files in it, one folder that may not be read, one that may not be written, and a link that leads out.
 * A new one each time: after an error, early versions of glob wait forever for what they had begun to read.
 */
function plant(): string {
  const outer = mkdtempSync(join(all, "a-"));
  for (const path of ["work/free", "work/fixed/empty", "work/fixed/full", "work/shut", "beside/below"])
    mkdirSync(join(outer, path), { recursive: true });
  for (const path of ["work/top.js", "work/free/a.js", "work/fixed/b.js", "work/fixed/full/c.js", "work/shut/d.js"])
    writeFileSync(join(outer, path), "");
  for (const path of ["beside/e.js", "beside/below/f.js", "beside/.dot"]) writeFileSync(join(outer, path), "");
  symlinkSync(join(outer, "beside"), join(outer, "work", "link"));
  const mine = ["", ...everything(outer)].filter((path) => !path.endsWith("@"));
  if (isRoot) for (const path of mine) chownSync(join(outer, path), nobody, nobody);
  chmodSync(all, 0o755);
  chmodSync(join(outer, "work", "fixed"), 0o555);
  chmodSync(join(outer, "work", "shut"), 0);
  process.chdir(join(outer, "work"));
  return outer;
}

/** Lets everything below a folder be read and removed. */
function open(path: string): void {
  chmodSync(path, 0o755);
  for (const each of readdirSync(path, { withFileTypes: true })) if (each.isDirectory()) open(join(path, each.name));
}

/** What is in a folder; a link has a sign behind it. */
function everything(root: string, below = ""): string[] {
  return readdirSync(join(root, below), { withFileTypes: true }).flatMap((each) => {
    const path = join(below, each.name);
    if (each.isSymbolicLink()) return [`${path}@`];
    return each.isDirectory() ? [path, ...everything(root, path)] : [path];
  });
}

/** What a call comes to: its paths or the code of its error, and what is left. */
async function outcomeOf(call: () => unknown): Promise<{ readonly result: unknown; readonly left: readonly string[] }> {
  const outer = plant();
  let result: unknown;
  if (isRoot) process.seteuid?.(nobody);
  try {
    const paths = await call();
    result = (paths as string[]).map((path) => relative(outer, path));
  } catch (error) {
    result = (error as { readonly code?: string }).code;
    // Of several removals the first to fail ends the call; the others go on.
    await setTimeout(30);
  }
  if (isRoot) process.seteuid?.(0);
  process.chdir(home);
  open(outer);
  return { result, left: everything(outer) };
}

async function sides(): Promise<readonly (readonly [version: string, Side, Side, readonly string[]])[]> {
  const eras = await loadRecipe("del");
  return Promise.all(
    listOriginals()
      .filter((each) => each.package === "del")
      .map(async (original) => {
        const era = eras.find((each) => satisfies(original.version, each.versions));
        assert.ok(era !== undefined, original.alias);
        const [sync, later] = "default" in era.exports ? ["sync", "default"] : ["deleteSync", "deleteAsync"];
        const theirs = await loadOriginal(original, undefined, later === "default" ? "default" : "namespace");
        const side = (of: (name: string) => unknown): Side => ({
          sync: of(sync!) as Removal,
          later: of(later!) as Removal,
        });
        const ours = side((name) => [era.exports[name]].flat().at(-1));
        const notes = (era.deviations ?? []).map(({ note }) => note);
        return [original.version, side((name) => theirs[name]), ours, notes] as const;
      }),
  );
}

test("a folder that may not be read or written ends a removal as it does that of the package", async (t) => {
  t.mock.method(console, "error", () => undefined);
  const silent =
    "A folder that may not be removed is an error of `fs.rmSync`, where the package says nothing and gives its path.";
  const shown = new Set<string>();
  for (const [version, theirs, ours, notes] of await sides())
    for (const patterns of [
      ...["**/*.js", "shut/*", "shut/**", "shut", "shut/d.js", "fixed/*.js", "fixed/b.js", "fixed/full/*", "free/**"],
      ...["fixed/full", "fixed/empty", "fixed/**", "fixed"],
      ...[["top.js", "fixed/b.js", "free/*"].slice(0, 2), ["shut/*", "free", "top.js"], ["free/**", "shut/d.js"]],
    ])
      for (const kind of ["sync", "later"] as const) {
        const place = `${version} ${kind} ${String(patterns)}`;
        const expected = await outcomeOf(() => theirs[kind](patterns));
        const { result, left } = await outcomeOf(() => ours[kind](patterns));
        assert.deepEqual(left, expected.left, place);
        const isDeclared = notes.includes(silent) && kind === "sync" && result === "EACCES";
        if (isDeclared && expected.result !== "EACCES") shown.add(version);
        else assert.deepEqual(result, expected.result, place);
      }
  for (const [version, , , notes] of await sides()) assert.equal(shown.has(version), notes.includes(silent), version);
});

test("through a link, only what the package removes is removed", async () => {
  for (const [version, theirs, ours] of await sides())
    for (const patterns of ["link", "link/", "link/*", "link/*.js", "link/**/*.js", "link/**", "link/below", "**/*.js"])
      for (const kind of ["sync", "later"] as const) {
        // The package removes the link and what it leads to at the same time: what is left of that is a matter of luck.
        const judge = version < "5" && patterns === "link/**" ? theirs.sync : theirs[kind];
        const expected = await outcomeOf(() => judge(patterns));
        assert.deepEqual(await outcomeOf(() => ours[kind](patterns)), expected, `${version} ${kind} ${patterns}`);
      }
});

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { installOriginals, listOriginals, loadOriginal, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";
import { setTimeout } from "node:timers/promises";

type MakeDirectory = (path: string, callback?: (error: Error | null, made: string | null) => void) => unknown;

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-callbacks-"));
after(() => rmSync(folder, { recursive: true }));
before(installOriginals);

/** mkdirp of 0.5, and the function that serves in its place. */
async function bothSides(): Promise<readonly [string, MakeDirectory][]> {
  const original = listOriginals().find((each) => each.alias === "mkdirp-0.5.6");
  const era = (await loadRecipe("mkdirp")).find((each) => each.versions === ">=0.5 <0.6");
  const cases = era?.exports["default"];
  assert.ok(original !== undefined && Array.isArray(cases));
  const package_ = (await loadOriginal(original, undefined, "default"))["default"] as MakeDirectory;
  return [
    ["package", package_],
    ["replacement", cases.at(-1) as MakeDirectory],
  ];
}

test("mkdirp without a callback makes the directory, and keeps an error to itself", async () => {
  for (const [name, make] of await bothSides()) {
    assert.equal(make(join(folder, name, "below")), undefined);
    assert.equal(make(join(process.execPath, name)), undefined);
    for (let tries = 0; tries < 100 && !exists(join(folder, name, "below")); tries += 1) await setTimeout(10);
    assert.ok(exists(join(folder, name, "below")), name);
  }
});

test("With an error, the callback is not told what had been made by then.", async () => {
  const note = "With an error, the callback is not told what had been made by then.";
  assert.ok((await loadRecipe("mkdirp"))[0]?.deviations?.some((each) => each.note === note));
  const told: unknown[] = [];
  for (const [name, make] of await bothSides()) {
    const made = await new Promise((resolve) => {
      make(join(folder, `${name}-error`, "n".repeat(300)), (error, first) => {
        assert.equal((error as NodeJS.ErrnoException).code, "ENAMETOOLONG");
        resolve(first);
      });
    });
    assert.ok(exists(join(folder, `${name}-error`)));
    told.push(made);
  }
  assert.deepEqual(told, [join(folder, "package-error"), null]);
});

test("A callback that is no function is noticed after the removal, not before it.", async () => {
  const note = "A callback that is no function is noticed after the removal, not before it.";
  assert.ok((await loadRecipe("rimraf"))[0]?.deviations?.some((each) => each.note === note));
  const native = 'require("node:fs").rm(path, { recursive: true, force: true, maxRetries: 3 }, 5)';
  for (const [call, isLeft] of [
    ['require("rimraf-3.0.2")(path, 5)', true],
    [native, false],
  ] as const) {
    const path = mkdtempSync(join(folder, "removed-"));
    const script = `const path = ${JSON.stringify(path)}; ${call}`;
    const run = spawnSync(process.execPath, ["-e", script], { cwd: `${root}/test/originals`, encoding: "utf8" });
    assert.equal(run.status, 1);
    assert.match(run.stderr, isLeft ? /AssertionError/ : /TypeError/);
    assert.equal(exists(path), isLeft);
  }
});

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

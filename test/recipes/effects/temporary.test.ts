/** Directories that the environment names: what packages make of it, and Node itself. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Readable } from "node:stream";
import { before, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { installOriginals, loadOriginal, root } from "../proof/originals.ts";
import { loadRecipe, originalsOf } from "../proof/prove.ts";
import { removeMarked, withKnownNames } from "./temporaries.ts";

before(installOriginals);

function told(script: string): string {
  const run = spawnSync(process.execPath, ["-e", script], { cwd: join(root, "test", "originals"), encoding: "utf8" });
  assert.equal(run.stderr, "");
  return run.stdout;
}

test("os-tmpdir reads the environment as os.tmpdir does", () => {
  const script = (load: string) => `
    const tmpdir = ${load};
    const values = [undefined, "", "/", "/a", "/a/", "//", "/a//", "a b", "."];
    for (const TMPDIR of values) for (const TMP of values) for (const TEMP of values) {
      for (const [name, value] of Object.entries({ TMPDIR, TMP, TEMP }))
        if (value === undefined) delete process.env[name]; else process.env[name] = value;
      console.log(tmpdir());
    }`;
  const native = told(script('require("node:os").tmpdir'));
  assert.ok(native.includes("/tmp\n") && native.includes("a b\n"));
  for (const version of ["1.0.2", "2.0.0"]) assert.equal(told(script(`require("os-tmpdir-${version}")`)), native);
});

test("os.tmpdir asks the system for the environment", async () => {
  const note =
    "It asks the system for the environment: not what was put in place of process.env, and nothing where rights are raised.";
  const [era] = await loadRecipe("os-tmpdir");
  assert.ok(era?.deviations?.some((each) => each.note === note));
  const script = (load: string) => `
    const tmpdir = ${load};
    process.env = { TMPDIR: "/elsewhere" };
    console.log(tmpdir() === "/elsewhere" ? "in its place" : "of the system");`;
  assert.equal(told(script('require("os-tmpdir-2.0.0")')), "in its place\n");
  assert.equal(told(script('require("node:os").tmpdir')), "of the system\n");
});

test("what tempy writes of a stream that fails, fails as the stream does", async () => {
  const messageOf = async (write: unknown, data: unknown): Promise<string> => {
    const called = withKnownNames(() => (write as (data: unknown) => Promise<string>)(data), { calls: [] });
    return (called as Promise<string>).catch((error: unknown) => (error as Error).message);
  };
  const failing = (): Readable =>
    new Readable({
      read() {
        this.destroy(new Error("the stream failed"));
      },
    });
  let tried = 0;
  for (const era of await loadRecipe("tempy"))
    for (const original of originalsOf(era))
      for (const name of ["write", "temporaryWrite"].filter((each) => each in era.exports)) {
        const theirs = (await loadOriginal(original, undefined, "namespace"))[name];
        const ours = era.exports[name];
        assert.equal(await messageOf(theirs, failing()), "the stream failed", original.alias);
        assert.equal(await messageOf(ours, failing()), "the stream failed", original.alias);
        const noStream = { pipe: () => undefined };
        assert.equal(await messageOf(ours, noStream), await messageOf(theirs, noStream), original.alias);
        tried += 1;
      }
  assert.equal(tried, 8);
  // A file may be opened after the stream has failed.
  await setTimeout(200);
  removeMarked();
});

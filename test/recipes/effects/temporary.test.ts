/** Directories that the environment names: what packages make of it, and Node itself. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

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

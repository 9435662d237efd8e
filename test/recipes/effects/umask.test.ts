import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

/** The mode of a directory that is made after the umask was loosened, in a process of its own. */
function modeAfterLoosening(load: string, make: string): string {
  const script = `
    const fs = require("node:fs");
    const folder = fs.mkdtempSync(require("node:path").join(require("node:os").tmpdir(), "shrinkdeps-umask-"));
    process.umask(0o077);
    const make = ${load};
    process.umask(0);
    ${make};
    process.stdout.write((fs.statSync(folder + "/new").mode & 0o777).toString(8));
    fs.rmSync(folder, { recursive: true });`;
  const run = spawnSync(process.execPath, ["-e", script], { cwd: `${root}/test/originals`, encoding: "utf8" });
  assert.equal(run.stderr, "");
  return run.stdout;
}

test("The package keeps the umask of the moment it was loaded, up to version 3.0.", async () => {
  await installOriginals();
  const note = "The package keeps the umask of the moment it was loaded, up to version 3.0.";
  const eras = (await loadRecipe("make-dir")).filter((each) => each.deviations?.some((one) => one.note === note));
  assert.deepEqual(
    eras.map((each) => each.versions),
    [">=1 <2", ">=2 <3", ">=3 <5"],
  );
  const native = modeAfterLoosening("fs.mkdirSync", 'make(folder + "/new", { recursive: true })');
  for (const alias of ["make-dir-1.3.0", "make-dir-2.1.0", "make-dir-3.0.0"]) {
    const original = modeAfterLoosening(`require("${alias}").sync`, 'make(folder + "/new")');
    assert.deepEqual([original, native], ["700", "777"]);
  }
  assert.equal(modeAfterLoosening('require("make-dir-4.0.0").sync', 'make(folder + "/new")'), native);
});

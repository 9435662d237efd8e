/** What jsonfile does where it finds graceful-fs and too many files are open. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";
import { whereTooManyFilesAreOpen } from "./too-many-files.ts";

const folder = mkdtempSync(join(realpathSync(tmpdir()), "shrinkdeps-jsonfile-"));
after(() => rmSync(folder, { recursive: true }));
before(installOriginals);

test("too many open files", async () => {
  for (const era of await loadRecipe("jsonfile"))
    assert.ok(
      era.deviations?.some(
        ({ note }) =>
          note ===
          "Where too many files are open it fails with EMFILE at once, where graceful-fs, if it is there, tries for up to a minute.",
      ),
    );
  const short = whereTooManyFilesAreOpen(["readFile", "writeFile"]);
  const script = `.then(async (jsonfile) => {
    for (const [name, ...args] of [["readFile", "package.json"], ["writeFile", ${JSON.stringify(join(folder, "a"))}, {}]]) {
      failing = name;
      console.log(failing, await jsonfile[name](...args).then(() => "done", (error) => error.code), failing);
    }
  });`;
  const recipe = JSON.stringify(join(root, "dist", "recipes", "jsonfile.js"));
  const told = (load: string): string => {
    const options = { cwd: join(root, "test", "originals"), encoding: "utf8" } as const;
    const run = spawnSync(process.execPath, ["--input-type=commonjs", "-e", `${short}\n${load}${script}`], options);
    assert.equal(run.stderr, "");
    return run.stdout.trim();
  };
  for (const alias of ["jsonfile-6.1.0", "jsonfile-6.2.1"])
    assert.equal(told(`Promise.resolve(require("${alias}"))`), "readFile done \nwriteFile done");
  assert.equal(told(`import(${recipe}).then((it) => it.default[0].exports)`), "readFile EMFILE \nwriteFile EMFILE");
});

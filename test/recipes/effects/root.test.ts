import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { root } from "../proof/originals.ts";

const permission = process.allowedNodeEnvironmentFlags.has("--permission")
  ? "--permission"
  : "--experimental-permission";

/** Calls an export of the rimraf recipe in a process that may not write: whatever it would remove stays. */
function codeOf(name: string, path: string): string {
  const script = `
    const { default: eras } = await import(${JSON.stringify(`file://${root}/dist/recipes/rimraf.js`)});
    const remove = eras.at(-1).exports[${JSON.stringify(name)}].at(-1);
    try { await remove(${JSON.stringify(path)}); } catch (error) { process.stdout.write(error.code); }`;
  const flags = [permission, "--allow-fs-read=*", "--input-type=module", "--no-warnings"];
  const run = spawnSync(process.execPath, [...flags, "-e", script], { encoding: "utf8" });
  // Node 20 lets what its permissions refuse end the process from within an asynchronous removal.
  return run.status === 0 ? run.stdout : (/ERR_\w+/.exec(run.stderr)?.[0] ?? run.stderr);
}

for (const name of ["rimraf", "rimrafSync"]) {
  test(`what replaces ${name} never removes a root directory`, () => {
    for (const path of ["/", "//", "/..", "/tmp/../", "../".repeat(40)]) {
      assert.equal(codeOf(name, path), "ERR_PRESERVE_ROOT", path);
    }
    const path = mkdtempSync(join(tmpdir(), "shrinkdeps-root-"));
    assert.equal(codeOf(name, path), "ERR_ACCESS_DENIED");
    rmdirSync(path);
  });
}

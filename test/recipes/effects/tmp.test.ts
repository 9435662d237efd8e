/** What the names of tmp look like. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { before, test } from "node:test";
import semver from "semver";
import { installOriginals, listOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

type DirSync = (options?: object) => { readonly name: string; readonly removeCallback: () => void };

const load = createRequire(path.join(root, "test", "originals", "package.json"));
const versions = listOriginals()
  .filter((each) => each.package === "tmp")
  .map(({ version }) => version);

const recipe = pathToFileURL(path.join(root, "dist", "recipes", "tmp.js")).href;

before(installOriginals);

const originalOf = (version: string): DirSync => (load(`tmp-${version}`) as { readonly dirSync: DirSync }).dirSync;

async function replacementOf(version: string): Promise<DirSync> {
  const era = (await loadRecipe("tmp")).find((each) => semver.satisfies(version, each.versions));
  return era?.exports["dirSync"] as DirSync;
}

test("Names of directories end in six random characters, without the id of the process before them.", async () => {
  for (const version of versions) {
    const [theirs, ours] = [originalOf(version)(), (await replacementOf(version))()];
    assert.match(path.basename(theirs.name), new RegExp(`^tmp-${process.pid}-\\w{12}$`));
    assert.match(path.basename(ours.name), /^tmp-\w{6}$/);
    for (const made of [theirs, ours]) made.removeCallback();
    for (const { name } of [theirs, ours]) assert.equal(existsSync(name), false);
  }
});

test("Where another package asks tmp to clean up at the end of the program, these files and directories stay.", () => {
  const run = (version: string, dirSync: string): string => {
    const code = `
      const eras = (await import(${JSON.stringify(recipe)})).default;
      const tmp = require(${JSON.stringify(load.resolve(`tmp-${version}`))});
      tmp.setGracefulCleanup();
      console.log((${dirSync})().name);`;
    return execFileSync(process.execPath, ["-e", `(async () => {${code}})()`], { encoding: "utf8" }).trim();
  };
  for (const version of versions)
    for (const name of ["dirSync", "fileSync"]) {
      assert.equal(existsSync(run(version, `tmp.${name}`)), false, version);
      const ours = run(version, `eras[0].exports.${name}`);
      assert.equal(existsSync(ours), true, version);
      rmSync(ours, { recursive: true });
    }
});

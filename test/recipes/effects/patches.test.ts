/** Polyfills that go without anything in their place leave every global as it is, where the floor is met. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { before, test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

before(installOriginals);

/** What of the globals is not as before, after modules were loaded in a process of their own. */
function changesBy(files: readonly string[]): readonly string[] {
  const script = path.join(root, "dist", "test", "recipes", "effects", "globals.js");
  const ran = spawnSync(process.execPath, [script, ...files], { encoding: "utf8", maxBuffer: 2 ** 26 });
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout.split("\n").filter((line) => line !== "");
}

const folderOf = (alias: string): string => path.join(root, "test", "originals", "node_modules", alias);

for (const [name, versions] of Object.entries({ "core-js": ["3.0.0", "3.51.0"], "es6-promise": ["4.0.5", "4.2.8"] }))
  for (const version of versions)
    test(`${name} ${version}: loading every entry point that is dropped changes no global`, async () => {
      const [era] = await loadRecipe(name);
      const paths = Object.keys(era?.subpaths ?? {}).filter((each) => each.endsWith(".js"));
      const files = paths.map((each) => path.join(folderOf(`${name}-${version}`), each)).filter(existsSync);
      assert.ok(files.length > 0);
      assert.deepEqual(changesBy(files), []);
    });

test("a quirk is left out of the comparison, and no more than that", () => {
  const quirk =
    "Loaded, the package puts a function of its own for Function.prototype.toString, which gives the same texts, and leaves a global __core-js_shared__.";
  const entry = path.join(folderOf("core-js-3.51.0"), "es/array/at.js");
  const program = `
    const native = Function.prototype.toString;
    const before = [native, Map, () => 1].map((each) => native.call(each));
    require(${JSON.stringify(entry)});
    const after = [native, Map, () => 1].map((each) => Function.prototype.toString.call(each));
    console.log([native === Function.prototype.toString, JSON.stringify(before) === JSON.stringify(after), "__core-js_shared__" in globalThis].join(" "));`;
  const { stdout } = spawnSync(process.execPath, ["-e", program], { encoding: "utf8" });
  assert.equal(stdout.trim(), "false true true", quirk);
});

test("the comparison sees what an entry point adds, and what it mends", () => {
  const folder = folderOf("core-js-3.51.0");
  const added = changesBy([path.join(folder, "es/math/sum-precise.js"), path.join(folder, "es/array/virtual/push.js")]);
  if (!("sumPrecise" in Math)) assert.ok(added.includes("globalThis.Math.sumPrecise"), added.join());
  assert.notDeepEqual(changesBy([path.join(folder, "stable/index.js")]), []);
});

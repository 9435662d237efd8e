import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { installOriginals, root } from "../proof/originals.ts";
import { loadRecipe } from "../proof/prove.ts";

function warningsOf(script: string): string {
  const run = spawnSync(process.execPath, ["-e", script], { cwd: `${root}/test/originals`, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  return run.stderr;
}

test("Loading uuid/v4 printed a warning that it is deprecated.", async () => {
  await installOriginals();
  const note = "Loading uuid/v4 printed a warning that it is deprecated.";
  const eras = (await loadRecipe("uuid")).filter((each) => each.deviations?.some((one) => one.note === note));
  assert.deepEqual(
    eras.map((each) => each.versions),
    [">=7 <8"],
  );
  assert.match(warningsOf('require("uuid-7.0.3/v4")()'), /deprecated as of uuid@7/);
  assert.equal(warningsOf('require("uuid-3.4.0/v4")()'), "");
  assert.equal(warningsOf('require("node:crypto").randomUUID()'), "");
});

test("loading a polyfill of util.promisify or AbortController changes nothing that runs from the floor on", async () => {
  await installOriginals();
  const script = (module: string, read: string): string =>
    `const before = ${read}; require("${module}"); if (before !== ${read}) throw new Error("changed");`;
  for (const module of ["abort-controller-3.0.0/polyfill"]) {
    assert.equal(warningsOf(script(module, "AbortController")), "");
    assert.equal(warningsOf(script(module, "AbortSignal")), "");
  }
  assert.equal(warningsOf(script("util.promisify-1.1.3/auto", 'require("node:util").promisify')), "");
});

test("Loaded where a global object has no fetch, as in jsdom or after it was deleted, the package gives it one.", async () => {
  await installOriginals();
  const aliases = ["isomorphic-fetch-2.2.1", "isomorphic-fetch-3.0.0", "whatwg-fetch-3.0.0", "whatwg-fetch-3.6.20"];
  const polyfills = ["3.0.0", "3.2.0", "4.0.0", "4.1.0"].map((version) => `cross-fetch-${version}/polyfill`);
  const names = "[fetch, Headers, Request, Response]";
  for (const module of [...aliases, ...polyfills]) {
    const same = `const before = ${names}; require("${module}"); ${names}.forEach((one, index) => { if (one !== before[index]) throw one; })`;
    assert.equal(warningsOf(`globalThis.self = globalThis; ${same}`), "", module);
    const given = `delete globalThis.fetch; require("${module}"); if (typeof fetch !== "function") throw new Error("no fetch")`;
    assert.doesNotMatch(warningsOf(`globalThis.self = globalThis; ${given}`), /Error/, module);
  }
});

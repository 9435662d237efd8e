import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { readTree, shrinkdeps } from "./command.ts";

/** The bundled project, with its packages: really run before and after everything that can go went. */

const demo = fileURLToPath(new URL("../../../fixtures/demo", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "shrinkdeps-demo-"));
const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
let used = "";

/** What a user of the project sees and gets. */
function use(): string {
  rmSync(join(folder, "out"), { recursive: true, force: true });
  const shown = execFileSync(process.execPath, ["src/cli.js", "orders", "--find", "(Navy)", "--out", "out/labels"], {
    cwd: folder,
    encoding: "utf8",
  });
  const all = execFileSync(process.execPath, ["src/cli.js", "orders"], { cwd: folder, encoding: "utf8" });
  const files = readdirSync(join(folder, "out/labels")).map((name) =>
    readFileSync(join(folder, "out/labels", name), "utf8"),
  );
  execFileSync(process.execPath, ["scripts/clean.cjs"], { cwd: folder });
  assert.equal(existsSync(join(folder, "out")), false);
  return [shown, all, ...files].join("\n");
}

before(() => {
  cpSync(demo, folder, { recursive: true, filter: (path) => !path.includes("node_modules") });
  execFileSync("npm", ["ci", ...options], { cwd: folder });
  used = use();
});

after(() => rmSync(folder, { recursive: true, force: true }));

test("the project works as before without the packages that went, and npm accepts its lockfile", async () => {
  assert.equal((await shrinkdeps(folder, ["budget"])).code, 1);
  const { code, stdout, stderr } = await shrinkdeps(folder, ["apply", "--yes", "--unused", "--allow-deviations"]);
  assert.deepEqual([code, stderr], [0, ""], stdout);
  execFileSync("npm", ["ci", ...options], { cwd: folder });
  assert.equal(use(), used);
  const manifest: { dependencies: object } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  assert.deepEqual(Object.keys(manifest.dependencies), ["commander", "rimraf", "yaml"]);
  assert.equal((await shrinkdeps(folder, ["budget"])).code, 0);
});

test("a project that runs its TypeScript as it is imports helpers by their own ending", () => {
  assert.match(readFileSync(join(folder, "tools/manifest.ts"), "utf8"), /from "\.\/lodash-get\.ts"/);
});

test("a second apply changes nothing", async () => {
  rmSync(join(folder, "node_modules"), { recursive: true });
  const written = readTree(folder);
  assert.equal((await shrinkdeps(folder, ["apply", "--yes", "--unused", "--allow-deviations"])).code, 0);
  assert.deepEqual(readTree(folder), written);
});

test("undo brings the project back byte for byte", async () => {
  assert.equal((await shrinkdeps(folder, ["undo"])).code, 0);
  const original = Object.entries(readTree(demo)).filter(([path]) => !path.startsWith("node_modules"));
  assert.deepEqual(readTree(folder), Object.fromEntries(original));
});

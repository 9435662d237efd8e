import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { analyze } from "../../src/analyze/analyze.ts";
import { modules } from "../../src/analyze/verdicts/node-module.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import type { DependencyReport } from "../../src/analyze/analysis.ts";
import type { Project } from "../../src/project/project.ts";
import { readProject } from "../../src/project/read.ts";
import { plan } from "../../src/rewrite/make-plan.ts";

const catalog = catalogOf({});
const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const app = { name: "app", version: "1.0.0", private: true, engines: { node: ">=20" } };

function projectWith(manifest: object, files: Readonly<Record<string, string>>): Project {
  const folder = mkdtempSync(path.join(tmpdir(), "shrinkdeps-own-"));
  folders.push(folder);
  for (const [name, text] of Object.entries({ "package.json": JSON.stringify({ ...app, ...manifest }), ...files }))
    writeFileSync(path.join(folder, name), text);
  return readProject(folder);
}

function report(name: string, manifest: object, files: Readonly<Record<string, string>>): DependencyReport {
  return analyze(projectWith(manifest, files), catalog).dependencies.find((one) => one.name === name)!;
}

const prod = { dependencies: { events: "*" } };
const uses = {
  "a.js": "const E = require('events'); new E();",
  "b.mjs": "import E from 'events';\nexport * from 'events';",
};

function refusals({ usages }: DependencyReport): readonly string[] {
  return [...new Set(usages.flatMap(({ verdict }) => (verdict.kind === "refuse" ? [verdict.reason] : [])))];
}

test("a package under the name of a module of Node goes, and what loads that module stays as it is", async () => {
  const found = report("events", prod, uses);
  assert.deepEqual([found.verdict, found.removal, found.lines], ["native", "automatic", 0]);
  assert.deepEqual([...new Set(found.usages.map(({ verdict }) => verdict.kind))], ["own"]);
  const made = await plan(projectWith(prod, uses), catalog);
  assert.deepEqual(made.files, []);
  assert.deepEqual(
    made.removals.map(({ name }) => name),
    ["events"],
  );
});

test("Node takes its own module whatever is installed under the name", (t) => {
  const folder = mkdtempSync(path.join(tmpdir(), "shrinkdeps-own-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const name of modules) {
    mkdirSync(path.join(folder, "node_modules", name), { recursive: true });
    writeFileSync(path.join(folder, "node_modules", name, "index.js"), `throw new Error("took ${name}")`);
  }
  const names = JSON.stringify([...modules]);
  writeFileSync(
    path.join(folder, "all.cjs"),
    `for (const name of ${names}) require(name);
     Promise.all(${names}.map((name) => import(name))).then((all) => console.log(all.length));`,
  );
  const run = spawnSync(process.execPath, ["--no-deprecation", "all.cjs"], { cwd: folder, encoding: "utf8" });
  assert.equal(run.stderr, "");
  assert.equal(run.stdout.trim(), String(modules.size));
});

test("it stays for what may be bundled for browsers, and says what bundles it", () => {
  const reasonOf = (manifest: object, files: Readonly<Record<string, string>> = {}): string => {
    const found = report("events", { ...prod, ...manifest }, { ...uses, ...files });
    assert.equal(found.removal, "manual");
    return refusals(found).join();
  };
  assert.match(reasonOf({ browser: "a.js" }), /browsers .*"browser" in package\.json/);
  assert.match(reasonOf({ devDependencies: { webpack: "5" } }), /^webpack in package\.json may bundle/);
  for (const name of ["vite", "@rollup/plugin-commonjs", "gulp-esbuild", "@symfony/webpack-encore", "grunt-browserify"])
    assert.match(reasonOf({ devDependencies: { [name]: "1" } }), new RegExp(`^${name} in package\\.json may bundle`));
  assert.match(reasonOf({ private: false }), /^who bundles this package .* not private$/);
  assert.match(reasonOf({ private: false, bin: "a.js", main: "a.js" }), /^who bundles/);
  assert.match(reasonOf({}, { "webpack.config.js": "module.exports = {};" }), /webpack\.config\.js/);
});

test("a command that no program loads, and what only its developers have, are not bundled", () => {
  assert.equal(report("events", { ...prod, private: false, bin: "a.js" }, uses).removal, "automatic");
  assert.equal(report("events", { ...prod, devDependencies: { vitest: "1" } }, uses).removal, "automatic");
  assert.equal(report("events", { private: false, devDependencies: { events: "*" } }, uses).removal, "automatic");
});

test("a slash behind the name, or a part that the promised Node has not, loads the package", () => {
  const of = (specifier: string, engines: string): DependencyReport =>
    report("util", { dependencies: { util: "*" }, engines: { node: engines } }, { "a.js": `require('${specifier}')` });
  assert.match(refusals(of("util/", ">=20")).join(), /is no module of Node's/);
  assert.match(refusals(of("util/util.js", ">=20")).join(), /is no module of Node's/);
  assert.match(refusals(of("util/types", ">=14")).join(), /only since 15\.3\.0; the project promises 14/);
  assert.equal(of("util/types", ">=16").removal, "automatic");
});

test("one use of the package itself keeps it, and the others are told apart from it", () => {
  const found = report("events", prod, { ...uses, "c.js": "require('events/');" });
  assert.equal(found.removal, "manual");
  assert.deepEqual(
    found.usages.filter(({ verdict }) => verdict.kind === "refuse").map(({ file }) => file),
    ["c.js"],
  );
});

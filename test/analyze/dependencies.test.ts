import assert from "node:assert/strict";
import { test } from "node:test";
import type { DependencyReport } from "../../src/analyze/analysis.ts";
import { analyze } from "../../src/analyze/analyze.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import type { Problem } from "../../src/project/project.ts";
import { graphOf, type MemoryOptions, projectOf } from "./memory.ts";

const catalog = catalogOf({});

function reports(
  manifest: object,
  files: Readonly<Record<string, string>> = {},
  options: MemoryOptions = {},
): ReadonlyMap<string, DependencyReport> {
  const project = projectOf(
    { "package.json": JSON.stringify({ name: "app", private: true, ...manifest }), ...files },
    options,
  );
  return new Map(analyze(project, catalog).dependencies.map((report) => [`${report.workspace}${report.name}`, report]));
}

function verdict(
  name: string,
  manifest: object,
  files: Readonly<Record<string, string>> = {},
  options: MemoryOptions = {},
): string {
  return reports(manifest, files, options).get(name)!.verdict;
}

const prod = (...names: string[]) => ({ dependencies: Object.fromEntries(names.map((name) => [name, "*"])) });
const dev = (...names: string[]) => ({ devDependencies: Object.fromEntries(names.map((name) => [name, "*"])) });
const installed = (name: string, code: string, manifest: object = {}) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: "1.0.0", ...manifest }),
  [`node_modules/${name}/index.js`]: code,
});

test("calls a dependency unused when nothing names it", () => {
  const graph = graphOf({ "": ["steady", "idle"] }, { steady: {}, idle: {} });
  const report = reports(prod("steady", "idle"), { "a.js": "import x from 'steady'; x();" }, { graph });
  assert.equal(report.get("idle")!.verdict, "unused");
  assert.equal(report.get("idle")!.removal, "automatic");
  assert.equal(report.get("steady")!.verdict, "keep");
});

test("never calls a peer, an own peer's installation, an optional dependency or a workspace unused", () => {
  assert.equal(verdict("idle", { peerDependencies: { idle: "*" } }), "keep");
  assert.equal(verdict("idle", { peerDependencies: { idle: "*" }, ...dev("idle") }), "keep");
  assert.equal(verdict("idle", { optionalDependencies: { idle: "*" } }), "keep");
  assert.equal(verdict("idle", { dependencies: { idle: "file:../idle" } }), "keep");
});

test("does not call unused what a string, a language or an unread file may need", () => {
  assert.equal(verdict("pug", prod("pug"), { "a.js": "app.set('view engine', 'pug')" }), "keep");
  assert.equal(verdict("pug", prod("pug"), { "a.js": "app.set('view engine', 'p\\x75g')" }), "keep");
  assert.equal(verdict("pug", prod("pug"), { "a.js": "// 'p\\x75g'\napp.set('view engine', 'other')" }), "unused");
  const spawned = { "a.js": "spawn(path.join(root, 'node_modules', '.bin', 'serve'))", "b.js": "'.bin/other'" };
  assert.equal(verdict("@tool/serve", dev("@tool/serve"), spawned), "keep");
  assert.equal(verdict("other", dev("other"), spawned), "keep");
  assert.equal(verdict("ser", dev("ser"), spawned), "unused");
  assert.equal(verdict("sass", dev("sass"), { "src/a.scss": "a { b: c }" }), "keep");
  const problem: Problem = { kind: "source-unreadable", path: "b.js", message: "it is not UTF-8 text", fatal: false };
  assert.equal(verdict("idle", prod("idle"), {}, { problems: [problem] }), "keep");
});

test("does not take a comment for a use", () => {
  assert.equal(verdict("idle", prod("idle"), { "a.js": "// const x = require('idle')\n" }), "unused");
});

test("does not call a package trivial whose data is large", () => {
  const data = {
    ...installed("big-list", "module.exports = require('./data.json');"),
    "node_modules/big-list/data.json": "[]",
  };
  assert.equal(verdict("big-list", prod("big-list"), { ...data, "a.js": "require('big-list')" }), "keep");
});

test("does not call unused what a file that cannot be parsed mentions", () => {
  const files = { "a.js": "const x = (((; require('idle')" };
  assert.equal(verdict("idle", prod("idle"), files), "keep");
  assert.equal(verdict("other", prod("other"), files), "unused");
});

test("keeps what a package that stays asks for as a peer, and drops it with the one that asks", () => {
  const graph = graphOf({ "": ["host", "plugin"] }, { host: {}, plugin: { peer: ["host"] } });
  assert.equal(verdict("host", dev("host", "plugin"), { "a.js": "require('plugin')" }, { graph }), "keep");
  const both = reports(dev("host", "plugin"), {}, { graph });
  assert.equal(both.get("plugin")!.verdict, "unused");
  assert.equal(both.get("host")!.verdict, "unused");
});

test("keeps a peer of what another dependency brings, but not of what it brings itself", () => {
  const graph = graphOf({ "": ["host", "tool"] }, { host: { prod: ["inner"] }, inner: { peer: ["host"] }, tool: {} });
  assert.equal(verdict("host", dev("host", "tool"), { "a.js": "require('tool')" }, { graph }), "unused");
  const brought = graphOf({ "": ["host", "tool"] }, { host: {}, tool: { prod: ["inner"] }, inner: { peer: ["host"] } });
  assert.equal(verdict("host", dev("host", "tool"), { "a.js": "require('tool')" }, { graph: brought }), "keep");
});

test("says that a command may be run by hand", () => {
  const report = reports(dev("tool"), installed("tool", "", { bin: { "tool-x": "x.js" } })).get("tool")!;
  assert.equal(report.verdict, "unused");
  assert.match(report.evidence[0]!.text, /"tool-x", which a person may still run by hand/);
});

test("counts a usage in a workspace that does not declare the package for the one that does", () => {
  const root = { workspaces: ["packages/*"], ...dev("shared", "own") };
  const files = {
    "packages/a/package.json": '{"name":"a","dependencies":{"own":"*"}}',
    "packages/a/a.js": "require('shared'); require('own');",
  };
  const graph = graphOf({ "": ["shared", "own"], "packages/a": ["own"] }, { shared: {}, own: {} });
  const found = reports(root, files, { graph });
  assert.equal(found.get("shared")!.verdict, "keep");
  assert.equal(found.get("own")!.verdict, "unused");
  assert.equal(found.get("packages/aown")!.verdict, "keep");
});

test("judges types by what they are of", () => {
  const ts = { "a.ts": "import x from 'thing'; x();", "tsconfig.json": "{}" };
  assert.equal(verdict("@types/thing", { ...prod("thing"), ...dev("@types/thing") }, ts), "keep");
  assert.equal(verdict("@types/node", dev("@types/node"), ts), "keep");
  assert.equal(verdict("@types/node", dev("@types/node"), {}), "unused");
  assert.equal(verdict("@types/thing", dev("@types/thing"), ts), "keep");
  const idle = { ...prod("thing"), ...dev("@types/thing") };
  assert.equal(verdict("@types/thing", idle, { "a.ts": "export {}" }), "unused");
});

test("keeps types that declare globals, and drops those of a package that is gone", () => {
  const types = (text: string) => ({
    "node_modules/@types/gone/package.json": '{"name":"@types/gone","version":"1.0.0","types":"index.d.ts"}',
    "node_modules/@types/gone/index.d.ts": text,
    "tsconfig.json": "{}",
  });
  assert.equal(verdict("@types/gone", dev("@types/gone"), types("declare const gone: string;")), "keep");
  assert.equal(verdict("@types/gone", dev("@types/gone"), types("export declare const gone: string;")), "unused");
});

test("calls types idle when the package ships its own", () => {
  const files = {
    "node_modules/@types/thing/package.json": '{"name":"@types/thing","version":"1.0.0","types":"index.d.ts"}',
    "node_modules/@types/thing/index.d.ts": "export declare const thing: string;",
    "node_modules/thing/package.json": '{"name":"thing","version":"2.0.0","types":"./t.d.ts"}',
    "node_modules/thing/t.d.ts": "export declare const thing: string;",
    "a.ts": "import { thing } from 'thing'; thing;",
  };
  const manifest = { ...prod("thing"), ...dev("@types/thing") };
  assert.equal(verdict("@types/thing", manifest, files), "unused");
  assert.equal(
    verdict("@types/thing", manifest, {
      ...files,
      "node_modules/thing/package.json": '{"name":"thing","version":"2.0.0"}',
    }),
    "keep",
  );
});

test("finds trivial packages by their code", () => {
  const small = installed("tiny-thing", "module.exports = function (a) { return a + 1; };");
  assert.equal(verdict("tiny-thing", prod("tiny-thing"), { ...small, "a.js": "require('tiny-thing')(1)" }), "trivial");
  const effect = installed("tiny-thing", "process.on('exit', function () {}); module.exports = 1;");
  assert.equal(verdict("tiny-thing", prod("tiny-thing"), { ...effect, "a.js": "require('tiny-thing')" }), "keep");
});

test("says which production dependencies are read as types alone, unless types are published", () => {
  const files = { "a.ts": "import type { X } from 'thing'; export const x: X = 1;" };
  assert.equal(verdict("thing", prod("thing"), files), "types-only");
  assert.equal(
    verdict("thing", { ...prod("thing"), private: false, version: "1.0.0", types: "a.d.ts" }, files),
    "keep",
  );
});

test("calls nothing misplaced for tests of others, nor what a source of its own names in a string", () => {
  const preset = {
    "packages/rig/package.json": JSON.stringify({ name: "rig", version: "1.0.0", ...prod("knots") }),
    "packages/port/package.json": JSON.stringify({ name: "port", version: "1.0.0" }),
    "packages/port/test/a.js": "require('knots')",
  };
  assert.equal(verdict("packages/rigknots", {}, preset), "keep");
  const own = { ...preset, "packages/rig/test/a.js": "require('knots')" };
  assert.equal(verdict("packages/rigknots", {}, own), "misplaced");
  const named = { ...own, "packages/rig/index.js": "module.exports = { preset: 'knots' }" };
  assert.equal(verdict("packages/rigknots", {}, named), "keep");
});

test("says which dependencies stand in the wrong section", () => {
  const told = { private: false, version: "1.0.0", main: "index.js" };
  const advice = {
    "index.js": "const { load } = require('./load');\nexports.help = \"run require('thing')\";\nload(name);\n",
  };
  assert.equal(verdict("thing", { ...told, ...dev("thing") }, advice), "keep");
  assert.equal(verdict("thing", prod("thing"), { "test/a.js": "require('thing')" }), "misplaced");
  assert.equal(verdict("thing", { ...prod("thing"), scripts: { start: "thing" } }, {}), "keep");
  assert.equal(verdict("thing", { ...prod("thing"), scripts: { build: "thing" } }, {}), "keep");
  const published = { private: false, version: "1.0.0", main: "index.js" };
  assert.equal(verdict("thing", { ...published, ...prod("thing"), scripts: { build: "thing" } }, {}), "misplaced");
  assert.equal(verdict("thing", { ...published, ...dev("thing") }, { "index.js": "require('thing')" }), "misplaced");
  assert.equal(
    verdict(
      "thing",
      { ...published, ...dev("thing"), peerDependencies: { thing: "*" } },
      { "index.js": "require('thing')" },
    ),
    "keep",
  );
});

test("does not call unused the compiler of a component that a test writes", () => {
  const svelte = { "test/a.js": "write('a.svelte', `<style lang=\"scss\">a { b { c: d } }</style>`);" };
  assert.equal(verdict("sass", dev("sass"), svelte), "keep");
  assert.equal(verdict("less", dev("less"), svelte), "unused");
});

test("does not call unused what a tool is told to load by its short name", () => {
  const of = (code: string): string => verdict("eslint-formatter-unix", dev("eslint-formatter-unix"), { "a.js": code });
  assert.equal(of("eslint.loadFormatter('unix')"), "keep");
  assert.equal(of("eslint.loadFormatter('json')"), "unused");
});

test("does not call unused what a published workspace lists for private code that is built into it", () => {
  const files = {
    "packages/hull/package.json": JSON.stringify({ name: "hull", ...prod("rope") }),
    "packages/deck/package.json": JSON.stringify({ name: "deck", private: true, ...prod("rope") }),
    "packages/deck/index.js": "require('rope')",
    "libs/mast.js": "require('rope')",
  };
  const of = (code: string, more: Readonly<Record<string, string>> = {}): string =>
    verdict("packages/hullrope", prod("rope"), { ...files, "packages/hull/index.ts": code, ...more });
  assert.equal(of("import '../../libs/mast'"), "keep");
  assert.equal(of("import 'deck'"), "keep");
  assert.equal(of("import '@fleet/mast'"), "keep");
  assert.equal(of("import './own'"), "unused");
  assert.equal(of("import pkg from '../package.json'"), "unused");
  assert.equal(of("import 'canvas'", installed("canvas", "")), "unused");
  const unpublished = {
    "packages/hull/package.json": JSON.stringify({ name: "hull", private: true, ...prod("rope") }),
  };
  assert.equal(of("import 'deck'", unpublished), "unused");
});

test("takes a recipe for what the installed version is", () => {
  const recipes = catalogOf({
    "recipes/plus.ts": `import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({ package: "plus", versions: ">=1 <2", replacement: "+ 1", floor: { node: "0.10.0" },
  exports: { default: (value: number) => value + 1 } });`,
  });
  const project = (version: string) =>
    projectOf({
      "package.json": '{"name":"app","private":true,"dependencies":{"plus":"*"}}',
      "a.js": "const plus = require('plus');\nconsole.log(plus(1));\n",
      ...installed("plus", "module.exports = require('fs')", { version, bin: "x" }),
    });
  const report = analyze(project("1.2.0"), recipes).dependencies[0]!;
  assert.equal(report.verdict, "native");
  assert.equal(report.removal, "automatic");
  assert.equal(report.replacement, "+ 1");
  assert.equal(report.lines, 2);
  assert.equal(analyze(project("2.0.0"), recipes).dependencies[0]!.verdict, "keep");
});

test("takes advice only where the runtime floor has the feature", () => {
  const used = { "a.js": "require('rimraf')('x')" };
  assert.equal(verdict("rimraf", prod("rimraf"), used), "native");
});

test("sums what the set frees together, which is more than each alone", () => {
  const graph = graphOf(
    { "": ["a", "b", "c"] },
    { a: { prod: ["shared"] }, b: { prod: ["shared"] }, c: {}, shared: { installScript: true } },
  );
  const project = projectOf(
    { "package.json": '{"name":"app","dependencies":{"a":"*","b":"*","c":"*"}}', "x.js": "require('c')" },
    { graph },
  );
  const { totals, dependencies } = analyze(project, catalog);
  assert.deepEqual(
    dependencies.map(({ footprint }) => footprint.known && footprint.packages),
    [["a@1.0.0"], ["b@1.0.0"], ["c@1.0.0"]],
  );
  assert.deepEqual(totals.freed, {
    known: true,
    packages: ["a@1.0.0", "b@1.0.0", "shared@1.0.0"],
    bytes: 30,
    installScripts: ["shared@1.0.0"],
  });
  assert.deepEqual([totals.direct, totals.removable, totals.packages], [3, 2, 4]);
});

test("frees nothing while another workspace holds the package", () => {
  const graph = graphOf({ "": ["a"], "packages/p": ["a"] }, { a: {} });
  const files = {
    "package.json": '{"dependencies":{"a":"*"}}',
    "packages/p/package.json": '{"dependencies":{"a":"*"}}',
  };
  const { dependencies, totals } = analyze(projectOf(files, { graph }), catalog);
  for (const { footprint } of dependencies) assert.deepEqual(footprint.known && footprint.packages, []);
  assert.deepEqual(totals.freed.known && totals.freed.packages, ["a@1.0.0"]);
});

test("says that a footprint is unknown, not zero, without a graph", () => {
  const report = reports(prod("idle")).get("idle")!;
  assert.deepEqual(report.footprint, { known: false, reason: "no lockfile" });
});

test("reads a file as often for fifty dependencies as for five, used, unused or named in strings", () => {
  const readsFor = (count: number): number => {
    const names = Array.from({ length: count }, (_, index) => `dependency-${index}`);
    const used = names.filter((_, index) => index % 2 === 0);
    const project = projectOf({
      "package.json": JSON.stringify({ name: "app", ...prod(...used), ...dev(...names) }),
      "plain.js": "export const answer = 42;\n",
      "using.js": used.map((name) => `import "${name}";\n`).join(""),
    });
    let reads = 0;
    const read: typeof project.disk.read = (path) => {
      if (path === "plain.js") reads += 1;
      return project.disk.read(path);
    };
    analyze({ ...project, disk: { ...project.disk, read } }, catalog);
    return reads;
  };
  const few = readsFor(5);
  assert.ok(few > 0);
  assert.equal(readsFor(50), few);
});

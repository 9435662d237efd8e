import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../src/analyze/analyze.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import { readTree } from "../../src/project/read.ts";
import type { EntryName } from "../../src/analyze/analysis.ts";
import { findDuplicates } from "../../src/analyze/tree/duplicates.ts";
import { reportAnalysis } from "../../src/report/analysis/report.ts";
import { lockfile, tree } from "../project/tree.ts";
import { projectOf } from "./memory.ts";

type Files = Readonly<Record<string, string>>;

const catalog = catalogOf({
  "recipes/left-pad.ts": `import { defineRecipe } from "../src/recipe.ts";
export default defineRecipe({
  package: "left-pad",
  versions: ">=1 <2",
  replacement: "String.prototype.padStart",
  floor: { node: "8.0.0" },
  exports: { default: (text: string, length: number) => text.padStart(length) },
});
`,
});

/** The analysis of sources over a tree as npm writes it. */
function analysisOf(
  context: Parameters<typeof tree>[0],
  own: Readonly<Record<string, object>>,
  packages: Readonly<Record<string, object>>,
  files: Files = {},
) {
  const workspaces = Object.keys(own).filter((directory) => directory !== "");
  const manifests = { ...own, "": { ...own[""], workspaces } };
  const all = Object.fromEntries(
    Object.entries(manifests).map(([directory, json]) => [
      directory === "" ? "package.json" : `${directory}/package.json`,
      json,
    ]),
  );
  const links = Object.entries(manifests).flatMap(([directory, json]) =>
    directory === "" || !("name" in json)
      ? []
      : [[`node_modules/${String(json.name)}`, { resolved: directory, link: true }] as const],
  );
  const root = tree(context, {
    ...all,
    "package-lock.json": lockfile({ ...manifests, ...Object.fromEntries(links), ...packages }),
  });
  const { graph, problems } = readTree(root);
  assert.deepEqual(problems, []);
  assert.ok(graph.known);
  const texts = Object.fromEntries(Object.entries(all).map(([path, json]) => [path, JSON.stringify(json)]));
  return analyze(projectOf({ ...texts, ...files }, { graph: graph.graph }), catalog);
}

const entries = (names: readonly EntryName[]) =>
  names.map(({ name, workspace }) => (workspace === "" ? name : `${workspace}:${name}`));
const needs = (version: string, ...names: readonly string[]) => ({
  version,
  dependencies: Object.fromEntries(names.map((name) => [name, "*"])),
});

test("what several unused dependencies share is freed by the whole set alone", (context) => {
  const { together } = analysisOf(
    context,
    { "": { dependencies: { a: "1", b: "1", c: "1", d: "1" } } },
    {
      "node_modules/a": needs("1.0.0", "shared", "own"),
      "node_modules/b": needs("1.0.0", "shared"),
      "node_modules/c": needs("1.0.0", "three"),
      "node_modules/d": needs("1.0.0"),
      "node_modules/own": needs("1.0.0"),
      "node_modules/shared": needs("1.0.0", "three"),
      "node_modules/three": needs("1.0.0"),
    },
  );
  const found = (together ?? []).map(({ members, frees, alone }) => [
    entries(members).join(" "),
    frees.known ? frees.packages.length : undefined,
    alone,
  ]);
  assert.deepEqual(found, [
    ["a b c", 6, 4],
    ["a b", 4, 3],
  ]);
});

test("what something that stays needs is freed by no set", (context) => {
  const { together } = analysisOf(
    context,
    { "": { dependencies: { a: "1", b: "1", kept: "1" } } },
    {
      "node_modules/a": needs("1.0.0", "shared"),
      "node_modules/b": needs("1.0.0", "shared"),
      "node_modules/kept": needs("1.0.0", "shared"),
      "node_modules/shared": needs("1.0.0"),
    },
    { "index.js": 'import kept from "kept";\nkept();\n' },
  );
  assert.deepEqual(together, []);
});

test("a package in several versions is told with who asks for each and which dependency brings it", (context) => {
  const { duplicates } = analysisOf(
    context,
    { "": { dependencies: { a: "1", ms: "3" } }, w: { name: "w", version: "1.0.0", dependencies: { ms: "2" } } },
    {
      "node_modules/a": needs("1.0.0", "b"),
      "node_modules/b": needs("1.0.0", "ms"),
      "node_modules/b/node_modules/ms": needs("2.1.0"),
      "node_modules/ms": needs("3.0.0"),
      "w/node_modules/ms": needs("2.1.0"),
    },
  );
  assert.deepEqual(duplicates, [
    {
      name: "ms",
      versions: [
        {
          version: "2.1.0",
          askedBy: ["b@1.0.0", "w/package.json"],
          broughtBy: [
            { name: "a", workspace: "" },
            { name: "ms", workspace: "w" },
          ],
        },
        { version: "3.0.0", askedBy: ["package.json"], broughtBy: [{ name: "ms", workspace: "" }] },
      ],
    },
  ]);
});

test("a workspace's import that its manifest does not list is told, with what it comes through", (context) => {
  const files = {
    "w/index.ts":
      'import deep from "deep";\nimport own from "own";\nimport self from "w";\nimport fs from "fs";\n// import x from "tool"\n',
    "w/more.js": 'const tool = require("tool/sub");\nrequire("./deep");\nimport("deep/x");\n',
    "w/types.ts": 'import type { T } from "typed";\nimport missing from "missing";\n',
  };
  const { undeclared } = analysisOf(
    context,
    {
      "": { dependencies: { a: "1", tool: "1" } },
      w: { name: "w", version: "1.0.0", dependencies: { own: "1" }, devDependencies: { "@types/typed": "1" } },
    },
    {
      "node_modules/@types/typed": needs("1.0.0"),
      "node_modules/a": needs("1.0.0", "deep", "fs", "typed"),
      "node_modules/deep": needs("1.0.0"),
      "node_modules/fs": needs("1.0.0"),
      "node_modules/own": needs("1.0.0"),
      "node_modules/tool": needs("1.0.0"),
      "node_modules/typed": needs("1.0.0"),
    },
    files,
  );
  assert.deepEqual(undeclared, [
    {
      package: "deep",
      workspace: "w",
      places: [
        { file: "w/index.ts", line: 1 },
        { file: "w/more.js", line: 3 },
      ],
      listedByRoot: false,
      broughtBy: [{ name: "a", workspace: "" }],
    },
    {
      package: "tool",
      workspace: "w",
      places: [{ file: "w/more.js", line: 1 }],
      listedByRoot: true,
      broughtBy: [{ name: "tool", workspace: "" }],
    },
  ]);
});

test("a replaceable package that nobody lists is told with what brings it, and what the files say of other versions", (context) => {
  const { deeper } = analysisOf(
    context,
    {
      "": { dependencies: { exact: "1.0.0", open: "^1.0.0", plain: "1" } },
      w: { name: "w", version: "1.0.0", dependencies: { open: "1.2.0" } },
    },
    {
      "node_modules/exact": needs("1.0.0", "left-pad"),
      "node_modules/left-pad": needs("1.3.0"),
      "node_modules/open": needs("1.0.0", "left-pad"),
      "node_modules/plain": needs("1.0.0"),
      "w/node_modules/open": needs("1.2.0"),
    },
  );
  assert.deepEqual(deeper, [
    {
      name: "left-pad",
      version: "1.3.0",
      replacement: "String.prototype.padStart",
      broughtBy: [
        { name: "exact", workspace: "", without: { kind: "no" } },
        { name: "open", workspace: "", without: { kind: "yes", version: "1.2.0" } },
      ],
    },
  ]);
  const unknown = analysisOf(
    context,
    { "": { dependencies: { open: "^1.0.0" } } },
    { "node_modules/open": needs("1.0.0", "left-pad"), "node_modules/left-pad": needs("1.3.0") },
  );
  assert.deepEqual(unknown.deeper?.[0]?.broughtBy, [{ name: "open", workspace: "", without: { kind: "unknown" } }]);
});

test("without a tree none of it is said to be none", () => {
  const project = projectOf({ "package.json": "{}", "index.js": 'import "x";' });
  const { together, duplicates, deeper, undeclared } = analyze(project, catalog);
  assert.deepEqual([together, duplicates, deeper, undeclared], [undefined, undefined, undefined, undefined]);
  assert.equal(findDuplicates(project), undefined);
});

test("the reports name the tree's facts, and cut long lists short", (context) => {
  const names = Array.from({ length: 12 }, (_, index) => `p${index + 10}`);
  const analysis = analysisOf(
    context,
    { "": { dependencies: Object.fromEntries(names.map((name) => [name, "1"])) } },
    Object.fromEntries([
      ...names.map((name) => [`node_modules/${name}`, needs("1.0.0", "ms")] as const),
      ...names.map((name, index) => [`node_modules/${name}/node_modules/ms`, needs(`${index + 1}.0.0`)] as const),
      ["node_modules/ms", needs("0.1.0")],
    ]),
    { "index.js": 'import ms from "ms";\nms();\n' },
  );
  const terminal = reportAnalysis(analysis, "terminal");
  assert.match(
    terminal,
    /\nImported without being listed\n  ms in the root \(index\.js:1\); it comes with p10, p11, p12 and 9 more\n/,
  );
  assert.match(terminal, /\nIn several versions\n  ms: 0\.1\.0, 1\.0\.0 \(p10\), /);
  assert.match(reportAnalysis(analysis, "markdown"), /### In several versions\n\n- ms: 0\.1\.0, 1\.0\.0 \(p10\)/);
});

import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { readProject } from "../../src/project/read.ts";
import { tree } from "./tree.ts";

function floorOf(context: TestContext, manifest: object, files: Readonly<Record<string, string | object>> = {}) {
  const floor = readProject(tree(context, { "package.json": manifest, ...files })).manifests[0]?.floor;
  assert.ok(floor);
  return floor;
}

test("engines.node promises the lowest version of its range", (context) => {
  const cases = { "^18.3 || >=20": "18.3.0", ">=0.10": "0.10.0", "16": "16.0.0", "> 14.1": "14.2.0", "<20": "0.0.0" };
  for (const [range, node] of Object.entries(cases)) {
    assert.deepEqual(floorOf(context, { engines: { node: range } }), {
      node,
      source: "engines.node in package.json",
      browser: false,
    });
  }
});

test("a promise that cannot be understood is taken for any version", (context) => {
  const { node, source } = floorOf(context, { engines: { node: "the newest" } });
  assert.equal(node, "0.10.0");
  assert.match(source, /no range/);
  assert.equal(floorOf(context, { browserslist: "node unreleased" }).node, "0.10.0");
});

test("nothing promised, or any version, gives the assumed floor and says so", (context) => {
  for (const manifest of [{}, { engines: { node: "*" } }, { engines: { npm: ">=8" } }, { engines: [">=4"] }]) {
    const { node, source } = floorOf(context, manifest);
    assert.equal(node, "20.12.0");
    assert.match(source, /^assumed: /);
  }
});

test("of engines and browserslist the lowest wins", (context) => {
  const engines = { node: ">=18" };
  assert.equal(floorOf(context, { engines, browserslist: ["node 16.4"] }).node, "16.4.0");
  assert.equal(floorOf(context, { engines, browserslist: ["node >= 20"] }).node, "18.0.0");
  assert.equal(floorOf(context, { engines }, { ".browserslistrc": "# old\nnode 12, not dead\n" }).node, "12.0.0");
});

test("browserslist with browsers makes it browser code", (context) => {
  const { browser, browserSource } = floorOf(context, { browserslist: { production: ["> 1%", "not dead"] } });
  assert.equal(browser, true);
  assert.equal(browserSource, "browserslist in package.json names browsers (> 1%)");
});

test("what is tested on counts where nothing is promised: fully in a private project, downwards in a published one", (context) => {
  const matrix = "jobs:\n  test:\n    strategy:\n      matrix:\n        node-version: [22.x, '24']\n";
  const files = { ".github/workflows/ci.yml": matrix, ".nvmrc": "v24.1\n" };
  assert.deepEqual(floorOf(context, { private: true }, files), {
    node: "22.0.0",
    source: ".github/workflows/ci.yml",
    browser: false,
  });
  assert.equal(floorOf(context, {}, files).node, "20.12.0");
  const list = "matrix:\n  node:\n    - 14\n    - 16.x\n  os: [x]\n";
  assert.equal(floorOf(context, {}, { ".github/workflows/ci.yml": list }).node, "14.0.0");
  assert.equal(floorOf(context, { private: true }, { ".nvmrc": "lts/iron" }).node, "20.12.0");
});

test("a workspace has its own promise, or the root's", (context) => {
  const root = tree(context, {
    "package.json": { workspaces: ["*"], engines: { node: ">=20" } },
    "own/package.json": { engines: { node: ">=14" } },
    "none/package.json": {},
  });
  assert.deepEqual(
    readProject(root).manifests.map(({ directory, floor }) => `${directory} ${floor.node} ${floor.source}`),
    [
      " 20.0.0 engines.node in package.json",
      "none 20.0.0 engines.node in package.json",
      "own 14.0.0 engines.node in own/package.json",
    ],
  );
});

test("code built for browsers is known by its manifest, its bundler, its framework or its types", (context) => {
  const evidence = (manifest: object, files = {}) => floorOf(context, manifest, files).browserSource;
  assert.equal(evidence({ browser: "b.js" }), '"browser" in package.json');
  assert.match(evidence({ exports: { ".": { import: { browser: "b.js" } } } }) ?? "", /condition/);
  assert.equal(evidence({ unpkg: "x" }), '"unpkg" in package.json');
  assert.equal(evidence({}, { "webpack.config.js": "" }), "webpack.config.js");
  assert.equal(evidence({}, { "vite.config.mts": "" }), "vite.config.mts");
  assert.equal(evidence({}, { "next.config.mjs": "" }), "next.config.mjs");
  assert.equal(evidence({ dependencies: { "react-dom": "18" } }), "react-dom in package.json");
  assert.match(
    evidence({ scripts: { build: "rm -rf x && browserify a.js > b.js" } }) ?? "",
    /^browserify in the script "build"/,
  );
  assert.match(evidence({}, { "tsconfig.json": { compilerOptions: { lib: ["ES2022", "DOM"] } } }) ?? "", /^lib "dom"/);
});

test("code that only runs on Node is not taken for browser code", (context) => {
  const evidence = (manifest: object, files = {}) => floorOf(context, manifest, files).browserSource;
  assert.equal(evidence({ dependencies: { express: "5" }, exports: { ".": { node: "a.js" } } }), undefined);
  assert.equal(evidence({ scripts: { build: "esbuild a.ts --platform=node --outfile=b.js" } }), undefined);
  assert.equal(evidence({}, { "next.js": "", "vitest.config.ts": "", "test/webpack.config.js": "" }), undefined);
  const typed = { devDependencies: { "@types/node": "20" } };
  assert.equal(evidence(typed, { "tsconfig.json": { compilerOptions: { lib: ["DOM"] } } }), undefined);
});

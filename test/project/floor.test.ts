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
  assert.equal(floorOf(context, { private: true }, { ".nvmrc": "lts/hydrogen" }).node, "18.0.0");
  assert.equal(floorOf(context, { private: true }, { ".nvmrc": "lts/*" }).node, "20.12.0");
  assert.equal(
    floorOf(context, { private: true }, { ".tool-versions": "ruby 3.1.0\nnodejs 18.19.1\n" }).node,
    "18.19.1",
  );
  assert.equal(floorOf(context, { private: true, volta: { node: "16.20.2" } }).node, "16.20.2");
  assert.equal(
    floorOf(context, {}, { ".travis.yml": "language: node_js\nnode_js:\n  - 'lts/*'\n  - 10\n" }).node,
    "10.0.0",
  );
});

test("a workspace is run on its own .nvmrc, and the root's", (context) => {
  const root = tree(context, {
    "package.json": { workspaces: ["*"], private: true },
    ".nvmrc": "22\n",
    "old/package.json": { private: true },
    "old/.nvmrc": "v18.20.0\n",
    "new/package.json": { private: true },
  });
  const floors = readProject(root).manifests.map(
    ({ directory, floor }) => `${directory} ${floor.node} ${floor.source}`,
  );
  assert.deepEqual(floors, [" 22.0.0 .nvmrc", "new 22.0.0 .nvmrc", "old 18.20.0 old/.nvmrc"]);
});

test("lib and target of the tsconfig files bound the language, the lowest of them, through what they extend", (context) => {
  const language = (files: Readonly<Record<string, string | object>>) => floorOf(context, {}, files).language;
  const config = (compilerOptions: object) => ({ "tsconfig.json": { compilerOptions } });
  assert.deepEqual(language(config({ target: "ES2019" })), {
    node: "12.0.0",
    source: 'target "es2019" in tsconfig.json',
  });
  assert.equal(language(config({ target: "es5", lib: ["ES2021", "DOM"] }))?.node, "15.0.0");
  assert.equal(language(config({ lib: ["es2019.array", "dom"] }))?.node, "0.10.0");
  assert.equal(language(config({ target: "esnext" })), undefined);
  assert.equal(language(config({ target: "es5", lib: ["es2017", "esnext.array", "esnext"] })), undefined);
  assert.equal(language(config({ strict: true })), undefined);
  const several = {
    ...config({ target: "es2022" }),
    "tsconfig.legacy.json": { compilerOptions: { target: "es2017" } },
  };
  assert.deepEqual(language(several), { node: "8.0.0", source: 'target "es2017" in tsconfig.legacy.json' });
  const extending = {
    "tsconfig.json": { extends: "@tsconfig/old/tsconfig.json", compilerOptions: { strict: true } },
    "node_modules/@tsconfig/old/tsconfig.json": { compilerOptions: { target: "es2018" } },
  };
  assert.equal(language(extending)?.node, "10.0.0");
  assert.equal(language({ ...extending, "tsconfig.json": { extends: "@tsconfig/old" } })?.node, "10.0.0");
});

test("browsers named by their versions say how old they are; those named by their share do not", (context) => {
  const baseline = (...browserslist: string[]) => floorOf(context, { browserslist }).baseline;
  assert.equal(baseline("chrome >= 80", "firefox 78"), "2020-02");
  assert.equal(baseline("Safari >= 13.1, Chrome 100"), "2020-03");
  assert.equal(baseline("ios_saf 12.2-12.5"), "2019-03");
  assert.equal(baseline("edge 18"), "2018-11");
  assert.equal(baseline("edge 85"), "2020-07");
  assert.equal(baseline("> 0.5%", "ie 11"), "2013-10");
  assert.equal(baseline("chrome 81"), "2020-02");
  assert.equal(baseline("since 2019-06"), "2019-06");
  assert.equal(baseline("baseline 2023"), "2023-12");
  assert.equal(baseline("supports es6-module"), "2018-05");
  assert.equal(baseline("op_mini all"), "2009-12");
  assert.equal(baseline("kaios 2.5"), "2009-12");
  assert.equal(baseline("chrome < 60"), "2009-12");
  assert.equal(baseline("> 1%", "last 2 versions", "not ie 11", "not dead"), undefined);
  assert.equal(baseline("node 18"), undefined);
  const byEnvironment = { production: ["chrome 61"], development: ["last 1 chrome version"] };
  assert.equal(floorOf(context, { browserslist: byEnvironment }).baseline, "2017-07");
  assert.equal(
    floorOf(context, {}, { ".browserslistrc": "[modern]\nchrome 90\n[old]\nfirefox 52 # esr\n" }).baseline,
    "2017-03",
  );
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
  assert.match(
    evidence({}, { "tsconfig.json": { compilerOptions: { target: "es2022" } } }) ?? "",
    /^the types of a page/,
  );
});

test("code for browsers is known by what only a framework, a page or a worker has", (context) => {
  const evidence = (files: Readonly<Record<string, string | object>>, manifest = {}) =>
    floorOf(context, manifest, files).browserSource;
  assert.equal(evidence({ "src/routes/+page.svelte": "" }), "src/routes/+page.svelte");
  assert.equal(evidence({ "src/Button.vue": "" }), "src/Button.vue");
  assert.equal(evidence({ "src/pages/index.astro": "" }), "src/pages/index.astro");
  assert.equal(evidence({ "app/page.tsx": "" }), "app/page.tsx");
  assert.equal(evidence({ "app/root.tsx": "" }), "app/root.tsx");
  assert.equal(evidence({ "wrangler.toml": "" }), "wrangler.toml");
  for (const name of ["nuxt.config.ts", "svelte.config.js", "astro.config.mjs", "vite.config.ts", "rspack.config.js"])
    assert.equal(evidence({ [name]: "" }), name);
  const page = '<body><script type="module" src="/src/main.js"></script></body>';
  assert.equal(evidence({ "index.html": page, "src/main.js": "" }), "index.html");
  assert.equal(evidence({ "index.html": page }), undefined);
  const served = '<script src="script.js"></script>';
  assert.equal(evidence({ "public/index.html": served, "public/script.js": "" }), undefined);
  assert.equal(evidence({ "public/index.html": page, "src/main.js": "" }), "public/index.html");
  assert.equal(evidence({ "manifest.json": { manifest_version: 3 } }), "manifest.json");
  for (const condition of ["browser", "workerd", "react-native"])
    assert.equal(
      evidence({}, { exports: { ".": { [condition]: "b.js", default: "a.js" } } }),
      `a "${condition}" condition in package.json`,
    );
});

test("code that only runs on Node is not taken for browser code", (context) => {
  const evidence = (manifest: object, files = {}) => floorOf(context, manifest, files).browserSource;
  const vitest = { devDependencies: { vitest: "3" } };
  assert.equal(evidence(vitest, { "vite.config.ts": "" }), undefined);
  assert.equal(evidence({ devDependencies: { vitest: "3", vite: "7" } }, { "vite.config.ts": "" }), "vite.config.ts");
  assert.equal(evidence({ ...vitest, scripts: { dev: "vite" } }, { "vite.config.ts": "" }), "vite.config.ts");
  assert.equal(evidence({ dependencies: { express: "5" }, exports: { ".": { node: "a.js" } } }), undefined);
  assert.equal(evidence({ scripts: { build: "esbuild a.ts --platform=node --outfile=b.js" } }), undefined);
  assert.equal(evidence({}, { "next.js": "", "vitest.config.ts": "", "test/webpack.config.js": "" }), undefined);
  const typed = { devDependencies: { "@types/node": "20" } };
  assert.equal(evidence(typed, { "tsconfig.json": { compilerOptions: { lib: ["DOM"] } } }), undefined);
  assert.equal(evidence(typed, { "tsconfig.json": {} }), undefined);
  const installed = { "tsconfig.json": {}, "node_modules/@types/node/package.json": { name: "@types/node" } };
  assert.equal(evidence({}, installed), undefined);
  assert.equal(evidence({ engines: { node: ">=20" } }, { "tsconfig.json": {} }), undefined);
  assert.equal(evidence({ bin: "cli.js" }, { "tsconfig.json": {} }), undefined);
  assert.equal(evidence({}, { "jsconfig.json": {} }), undefined);
  assert.equal(
    evidence(
      {},
      { "docs/a.vue": "", "test/fixtures/b.svelte": "", "__tests__/fixture/c.vue": "", "pages/index.js": "" },
    ),
    undefined,
  );
  assert.equal(evidence({}, { "manifest.json": { name: "a list of files" } }), undefined);
});

test("a workspace's types of Node may be the root's", (context) => {
  const root = tree(context, {
    "package.json": { workspaces: ["*"], devDependencies: { "@types/node": "20" } },
    "a/package.json": {},
    "a/tsconfig.json": { compilerOptions: { lib: ["es2022", "dom"] } },
  });
  assert.deepEqual(
    readProject(root).manifests.map(({ floor }) => floor.browser),
    [false, false],
  );
});

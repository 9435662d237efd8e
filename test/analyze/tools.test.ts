import assert from "node:assert/strict";
import { test } from "node:test";
import { findToolUsages } from "../../src/analyze/tools/find.ts";
import { projectOf } from "./memory.ts";

/** The packages found to be used, when all of these are declared. */
function used(names: readonly string[], files: Readonly<Record<string, string>>, manifest: object = {}): string[] {
  const devDependencies = Object.fromEntries(names.map((name) => [name, "*"]));
  const project = projectOf({ "package.json": JSON.stringify({ devDependencies, ...manifest }, null, 2), ...files });
  return [...new Set(findToolUsages(project, new Set(names)).map((usage) => usage.package))].sort();
}

const inScript = (script: string, ...names: string[]) => used(names, {}, { scripts: { x: script } });

test("finds the types and helpers that the configuration of a package asks for, where it is extended", () => {
  const files = {
    "tsconfig.json": '{ "extends": "./tsconfig.base.json" }',
    "tsconfig.base.json": '{ "extends": ["@acme/tsconfig"] }',
    "node_modules/@acme/tsconfig/tsconfig.json":
      '{ "extends": "./more", "compilerOptions": { "types": ["@acme/aliases", "node"], "importHelpers": true } }',
    "node_modules/@acme/tsconfig/more.json": '{ "compilerOptions": { "jsx": "react-jsx" }, "description": "idle" }',
  };
  const names = ["@acme/aliases", "@acme/tsconfig", "@types/node", "idle", "react", "tslib"];
  assert.deepEqual(
    used(names, files),
    names.filter((name) => name !== "idle"),
  );
});

test("finds the command of a package in every part of a command line", () => {
  for (const script of [
    "rimraf dist",
    "tsc && rimraf dist",
    "tsc || rimraf dist; echo done",
    "cat x | rimraf",
    "A=b rimraf dist",
    "(rimraf dist)",
    "echo $(rimraf dist)",
    "cross-env A=b rimraf dist",
    "npx rimraf dist",
    "npx --yes rimraf@3 dist",
    "npm exec -- rimraf dist",
    "pnpm exec rimraf dist",
    "yarn rimraf dist",
    "bunx rimraf dist",
    "./node_modules/.bin/rimraf dist",
    "node ./node_modules/rimraf/bin.js dist",
    "concurrently \"rimraf dist\" 'tsc -w'",
    'nodemon --exec "rimraf dist"',
    "c8 rimraf dist",
    "if true; then rimraf dist; fi",
    "sh -c 'rimraf dist'",
    "node -e \"require('rimraf').sync('dist')\"",
    'cross-env-shell "rimraf $X"',
  ]) {
    assert.deepEqual(inScript(script, "rimraf"), ["rimraf"], script);
  }
});

test("takes a package named in the arguments of a system command for a file or prose", () => {
  for (const script of [
    "echo once",
    "mkdir once",
    "rm -rf dist once",
    "git commit -m 'once more'",
    "npm run once",
    "# once",
  ]) {
    assert.deepEqual(inScript(script, "once"), [], script);
  }
});

test("finds modules that node and its kin preload", () => {
  assert.deepEqual(inScript("node -r dotenv/config app.js", "dotenv"), ["dotenv"]);
  assert.deepEqual(inScript("node --import tsx app.ts", "tsx"), ["tsx"]);
  assert.deepEqual(inScript("node --loader=ts-node/esm app.ts", "ts-node"), ["ts-node"]);
  assert.deepEqual(inScript("NODE_OPTIONS='--require ts-node/register --no-warnings' mocha", "mocha", "ts-node"), [
    "mocha",
    "ts-node",
  ]);
  assert.deepEqual(inScript("cross-env NODE_OPTIONS=--import=tsx mocha", "tsx"), ["tsx"]);
});

test("reads short names in the flags of a tool", () => {
  assert.deepEqual(inScript("eslint --plugin jest .", "eslint-plugin-jest"), ["eslint-plugin-jest"]);
  assert.deepEqual(inScript("jest --env=jsdom", "jest-environment-jsdom"), ["jest-environment-jsdom"]);
  assert.deepEqual(inScript("rollup -c -p typescript", "@rollup/plugin-typescript"), ["@rollup/plugin-typescript"]);
  assert.deepEqual(inScript("vitest run --coverage", "@vitest/coverage-v8"), ["@vitest/coverage-v8"]);
  assert.deepEqual(inScript("mocha --require @babel/register -R spec-x", "@babel/register"), ["@babel/register"]);
  assert.deepEqual(inScript("browserify -t [ babelify --presets [ env ] ] x.js", "babelify"), ["babelify"]);
});

test("knows commands by the installed manifest before the package's name", () => {
  const files = { "node_modules/npm-run-all/package.json": '{"bin":{"run-s":"a.js","run-p":"b.js"}}' };
  assert.deepEqual(used(["npm-run-all"], files, { scripts: { x: "run-s a b" } }), ["npm-run-all"]);
  const library = { "node_modules/build/package.json": '{"main":"index.js"}' };
  assert.deepEqual(used(["build"], library, { scripts: { x: "build all" } }), []);
});

test("gives the exact place in a script with escapes", () => {
  const text =
    '{\n  "scripts": { "x": "echo \\"\\u0041\\" && rimraf dist" },\n  "devDependencies": { "rimraf": "3" }\n}\n';
  const usages = findToolUsages(projectOf({ "package.json": text }), new Set(["rimraf"]));
  assert.equal(usages.length, 1);
  const [usage] = usages;
  assert.equal(text.slice(usage!.start, usage!.end), "rimraf");
  assert.deepEqual([usage!.line, usage!.form, usage!.specifier], [2, "script", "rimraf"]);
  assert.equal(
    text
      .split("\n")[1]!
      .slice(usage!.column - 1)
      .startsWith("rimraf"),
    true,
  );
});

test("counts offsets with a byte order mark", () => {
  const text = '\uFEFF{"scripts":{"x":"rimraf a"},"devDependencies":{"rimraf":"3"}}';
  const project = projectOf({ "package.json": text.slice(1) });
  const manifest = { ...project.manifests[0]!, text };
  const [usage] = findToolUsages({ ...project, manifests: [manifest] }, new Set(["rimraf"]));
  assert.equal(text.slice(usage!.start, usage!.end), "rimraf");
});

test("reads the names of each tool's configuration", () => {
  const cases: [string, string, readonly string[]][] = [
    [
      ".eslintrc.json",
      '{"extends":["standard","plugin:jest/recommended","@acme"],"plugins":["@acme/react"],"parser":"@babel/eslint-parser","settings":{"import/resolver":{"typescript":{}}}}',
      [
        "@acme/eslint-config",
        "@acme/eslint-plugin-react",
        "@babel/eslint-parser",
        "eslint",
        "eslint-config-standard",
        "eslint-import-resolver-typescript",
        "eslint-plugin-jest",
      ],
    ],
    [
      ".eslintrc",
      "# ours\nextends:\n  - airbnb/hooks\nplugins: [import, 'react']\n",
      ["eslint-config-airbnb", "eslint-plugin-import", "eslint-plugin-react"],
    ],
    [
      ".babelrc",
      '{"presets":[["@babel/env",{"useBuiltIns":"usage"}],"react"],"plugins":["@babel/transform-runtime","lodash"]}',
      ["@babel/preset-env", "@babel/runtime", "babel-plugin-lodash", "babel-preset-react", "core-js"],
    ],
    [
      "config/.lib.babelrc",
      '{ "presets": [["@babel/env"]], "plugins": ["@babel/transform-runtime"] }',
      ["@babel/preset-env", "@babel/runtime"],
    ],
    [".babelrc-esm", '{\n  // ours\n  "presets": ["@babel/env"]\n}', ["@babel/preset-env"]],
    [".dist.eslintrc", '{"extends":["standard"]}', ["eslint-config-standard"]],
    [
      "jest.config.js",
      "module.exports = { preset: 'ts-jest', testEnvironment: 'jsdom', transform: { '^.+$': ['@swc/jest', {}] }, reporters: ['default', 'jest-junit'] };",
      ["@swc/jest", "jest", "jest-environment-jsdom", "jest-junit", "ts-jest"],
    ],
    [
      ".mocharc.yml",
      "require:\n  - ts-node/register\n  - source-map-support/register\nreporter: dot\n",
      ["mocha", "source-map-support", "ts-node"],
    ],
    [".nycrc", '{"extends":"@istanbuljs/nyc-config-typescript"}', ["@istanbuljs/nyc-config-typescript", "nyc"]],
    [".prettierrc", '"@acme/prettier-config"', ["@acme/prettier-config", "prettier"]],
    [".prettierrc.json", '{"plugins":["prettier-plugin-svelte"]}', ["prettier-plugin-svelte"]],
    [
      "tsconfig.json",
      '{ // base\n "extends": "@tsconfig/node20/tsconfig.json", "compilerOptions": { "types": ["jest"], "importHelpers": true, "jsx": "react-jsx", "plugins": [{ "name": "typescript-plugin-css-modules" }], }, }',
      ["@tsconfig/node20", "@types/jest", "react", "tslib", "typescript", "typescript-plugin-css-modules"],
    ],
    [
      "vitest.config.ts",
      "export default defineConfig({ test: { environment: 'happy-dom', coverage: { provider: 'istanbul' } } });",
      ["@vitest/coverage-istanbul", "happy-dom", "vitest"],
    ],
    [
      "webpack.config.js",
      "module.exports = { module: { rules: [{ test: /x/, use: ['style-loader', { loader: 'css-loader?modules' }] }] } };",
      ["css-loader", "style-loader", "webpack", "webpack-cli"],
    ],
    [
      "karma.conf.js",
      "module.exports = c => c.set({ frameworks: ['mocha'], browsers: ['ChromeHeadless'], reporters: ['spec'], preprocessors: { 'a.js': ['webpack'] } });",
      ["karma-chrome-launcher", "karma-mocha", "karma-spec-reporter", "karma-webpack"],
    ],
    [
      ".releaserc.yml",
      "plugins:\n  - '@semantic-release/npm'\n  - - '@semantic-release/git'\n    - message: x\npreset: conventionalcommits\n",
      [
        "@semantic-release/git",
        "@semantic-release/npm",
        "conventional-changelog-conventionalcommits",
        "semantic-release",
      ],
    ],
    [
      "commitlint.config.js",
      "module.exports = { extends: ['@commitlint/config-conventional'] };",
      ["@commitlint/cli", "@commitlint/config-conventional"],
    ],
    [
      ".stylelintrc.json",
      '{"extends":"stylelint-config-standard","plugins":["stylelint-order"]}',
      ["stylelint-config-standard", "stylelint-order"],
    ],
    [
      "postcss.config.js",
      "module.exports = { plugins: { tailwindcss: {}, autoprefixer: {} } };",
      ["autoprefixer", "postcss", "tailwindcss"],
    ],
    [
      ".storybook/main.js",
      "module.exports = { addons: ['@storybook/addon-docs'], framework: { name: '@storybook/react-vite' } };",
      ["@storybook/addon-docs", "@storybook/react-vite"],
    ],
    [
      ".changeset/config.json",
      '{"changelog":["@changesets/changelog-github",{"repo":"a/b"}]}',
      ["@changesets/changelog-github", "@changesets/cli"],
    ],
    [".lintstagedrc.json", '{"*.js":["eslint --fix","prettier --write"]}', ["eslint", "lint-staged", "prettier"]],
    [
      "Gruntfile.js",
      "module.exports = g => { g.loadNpmTasks('grunt-contrib-jshint'); };",
      ["grunt", "grunt-contrib-jshint"],
    ],
    [
      "gatsby-config.js",
      "module.exports = { plugins: ['gatsby-plugin-sharp', { resolve: `gatsby-source-filesystem` }] };",
      ["gatsby-plugin-sharp", "gatsby-source-filesystem"],
    ],
    ["docusaurus.config.js", "module.exports = { presets: [['classic', {}]] };", ["@docusaurus/preset-classic"]],
    [
      "codegen.yml",
      "generates:\n  a.ts:\n    plugins:\n      - typescript\n      - typescript-operations\n",
      ["@graphql-codegen/typescript", "@graphql-codegen/typescript-operations"],
    ],
    [
      "src/theme.css",
      '@import "~normalize.css";\n@plugin "@tailwindcss/typography";\n',
      ["@tailwindcss/typography", "normalize.css"],
    ],
    ["App.vue", "<script>\nimport get from 'lodash/get'\n</script>", ["lodash"]],
    [
      "index.html",
      '<link href="/node_modules/bootstrap/x.css"><script type="module">import a from "htm";</script>',
      ["bootstrap", "htm"],
    ],
    ["netlify.toml", '[[plugins]]\npackage = "@netlify/plugin-nextjs"\n', ["@netlify/plugin-nextjs"]],
    ["Makefile", "test:\n\t@mocha test\n", ["mocha"]],
    ["tool.weird", "uses: left-pad", ["left-pad"]],
  ];
  for (const [path, text, names] of cases) assert.deepEqual(used(names, { [path]: text }), [...names].sort(), path);
});

test("reads the configuration that tools keep in package.json", () => {
  const cases: [object, readonly string[]][] = [
    [{ eslintConfig: { extends: "standard" } }, ["eslint", "eslint-config-standard"]],
    [{ babel: { presets: ["env"] } }, ["@babel/core", "babel-preset-env"]],
    [{ jest: { testEnvironment: "jsdom" } }, ["jest", "jest-environment-jsdom"]],
    [{ prettier: "@acme/prettier-config" }, ["@acme/prettier-config", "prettier"]],
    [{ "lint-staged": { "*.js": ["eslint --fix"] } }, ["eslint", "lint-staged"]],
    [{ husky: { hooks: { "pre-commit": "lint-staged" } } }, ["husky", "lint-staged"]],
    [{ nyc: { extends: "@istanbuljs/nyc-config-typescript" } }, ["@istanbuljs/nyc-config-typescript", "nyc"]],
    [{ gitHooks: { "pre-commit": "lint-staged" } }, ["lint-staged", "yorkie"]],
    [{ ava: { require: ["esm"] } }, ["ava", "esm"]],
    [{ xo: { extends: "react" } }, ["eslint-config-xo-react", "xo"]],
    [{ release: { extends: "@acme/release" } }, ["@acme/release", "semantic-release"]],
    [{ config: { commitizen: { path: "./node_modules/cz-conventional-changelog" } } }, ["cz-conventional-changelog"]],
    [{ browserslist: ["extends @acme/browserslist-config"] }, ["@acme/browserslist-config"]],
    [{ browserify: { transform: ["babelify"] } }, ["babelify", "browserify"]],
    [{ imports: { "#dep": { node: "undici", default: "./x.js" } } }, ["undici"]],
    [{ overrides: { a: { b: "$semver" } } }, ["semver"]],
  ];
  for (const [manifest, names] of cases)
    assert.deepEqual(used(names, {}, manifest), [...names].sort(), JSON.stringify(manifest));
});

test("takes fields that describe or pin a package for no usage", () => {
  const fields = {
    keywords: ["debug"],
    resolutions: { debug: "4" },
    overrides: { debug: "4" },
    files: ["debug"],
    name: "debug",
    description: "debug",
  };
  assert.deepEqual(used(["debug"], {}, fields), []);
  assert.deepEqual(
    used(["debug"], { "bower.json": '{"dependencies":{"debug":"1"}}', "renovate.json": '{"ignoreDeps":["debug"]}' }),
    [],
  );
});

test("finds commands in workflows, images, shell scripts and hooks", () => {
  const workflow =
    "jobs:\n  a:\n    steps:\n      - name: rimraf\n      - run: |\n          npm ci\n          npx rimraf dist # clean\n";
  const project = projectOf({
    "package.json": '{"devDependencies":{"rimraf":"3"}}',
    ".github/workflows/ci.yml": workflow,
    Dockerfile: 'FROM node\nRUN npm ci \\\n  && npx rimraf dist\nCMD ["npx", "rimraf", "tmp"]\n',
    "clean.sh": "#!/bin/sh\n# rimraf is not called here\nset -e\nrimraf dist\n",
    ".husky/pre-commit": "rimraf tmp\n",
  });
  const found = findToolUsages(project, new Set(["rimraf"])).map(
    (usage) => `${usage.form} ${usage.file}:${usage.line}:${usage.column}`,
  );
  assert.deepEqual(found.sort(), [
    "dockerfile Dockerfile:3:10",
    "dockerfile Dockerfile:4:14",
    "shell .husky/pre-commit:1:1",
    "shell clean.sh:4:1",
    "workflow .github/workflows/ci.yml:7:15",
  ]);
});

test("reads test environments and JSX sources from the comments that name them", () => {
  assert.deepEqual(used(["jsdom"], { "a.test.js": "/** @vitest-environment jsdom */\n" }), ["jsdom"]);
  assert.deepEqual(used(["jest-environment-node-x"], { "a.test.js": "/** @jest-environment node-x */\n" }), [
    "jest-environment-node-x",
  ]);
  assert.deepEqual(used(["preact"], { "a.tsx": "/** @jsxImportSource preact */\n" }), ["preact"]);
});

test("finds plugins that a tool loads by their names alone", () => {
  assert.deepEqual(used(["karma", "karma-jasmine"], {}), ["karma-jasmine"]);
  assert.deepEqual(used(["size-limit", "@size-limit/file"], {}), ["@size-limit/file"]);
  assert.deepEqual(used(["karma-jasmine"], {}), []);
  assert.deepEqual(used(["unplugin-icons", "@iconify-json/tabler"], {}), ["@iconify-json/tabler"]);
});

test("reads a configuration of any name that a script hands to a tool", () => {
  const files = {
    "tools/unit.ts":
      "import { defineConfig } from 'vitest/config'; export default defineConfig({ test: { coverage: { enabled: true } } });",
  };
  assert.deepEqual(used(["@vitest/coverage-v8"], files, { scripts: { t: "vitest run --config tools/unit.ts" } }), [
    "@vitest/coverage-v8",
  ]);
  assert.deepEqual(used(["@vitest/coverage-v8"], files), []);
});

test("survives files that are no JSON, no YAML and no program", () => {
  const files = {
    ".eslintrc.json": '{"extends": ["standard',
    "a.yml": "a: [b\n  - : :\n\t- x: |\n",
    "jest.config.js": "module.exports = {{{ 'ts-jest'",
    ".nycrc": "\0\0",
  };
  assert.deepEqual(used(["eslint-config-standard", "ts-jest"], files), ["eslint-config-standard", "ts-jest"]);
});

test("treats __proto__ and constructor as names like any other", () => {
  assert.deepEqual(used(["constructor", "toString"], {}, { scripts: { x: "constructor" } }), ["constructor"]);
});

test("reports of this program list packages and need none; what only looks like one is read", () => {
  const names = ["rimraf", "chalk"];
  const say = (value: object) =>
    used(names, { "old.json": JSON.stringify({ schema: 1, name: "x", list: names, ...value }) });
  const analysis = {
    dependencies: [],
    duplicates: [],
    graph: {},
    problems: [],
    totals: {},
    undeclared: [],
    workspaces: [],
  };
  const over = {
    baseline: 1,
    configured: true,
    difference: null,
    exceptions: [],
    findings: [],
    measurements: [],
    over: true,
  };
  const counted = { repositories: ["a"], packages: [{ name: "chalk", removable: [], automatic: [] }] };
  for (const report of [
    analysis,
    { checks: [], unknowable: "" },
    over,
    counted,
    { added: [], changed: [], gone: [], packages: {} },
    { schema: undefined, runs: [{ tool: { driver: { name: "shrinkdeps" } } }] },
  ])
    assert.deepEqual(say(report), [], JSON.stringify(report));
  for (const other of [
    { ...analysis, schema: 2 },
    { ...counted, packages: ["chalk"] },
    { totals: {} },
    { schema: undefined, runs: [{ tool: { driver: { name: "eslint" } } }] },
  ])
    assert.deepEqual(say(other), ["chalk", "rimraf"], JSON.stringify(other));
});

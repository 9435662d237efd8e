/**
 * Small projects whose packages are named in one place alone, each as the documentation of the tool shows it. They are
 * read from disk, with the packages installed, so that nothing else keeps anyone from calling them unused.
 */
import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { analyze } from "../../src/analyze/analyze.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import { readProject } from "../../src/project/read.ts";
import { tree } from "../project/tree.ts";

type Files = Readonly<Record<string, string>>;

/** The names that are called unused when all are installed, none of them asking for another or bringing a command. */
function unusedOf(context: TestContext, names: string, files: Files, manifest: object = {}): readonly string[] {
  const all = names.split(" ");
  const devDependencies = Object.fromEntries(all.map((name) => [name, "1.0.0"]));
  const root = tree(context, {
    "package.json": { name: "shore", private: true, devDependencies, ...manifest },
    ...Object.fromEntries(
      all.map((name) => [`node_modules/${name}/package.json`, { name, version: "1.0.0", bin: "cli.js" }]),
    ),
    ...files,
  });
  const { dependencies } = analyze(readProject(root), catalogOf({}));
  return dependencies.filter(({ verdict }) => verdict === "unused").map(({ name }) => name);
}

const cases: readonly (readonly [what: string, names: string, files: Files, manifest?: object])[] = [
  [
    "babel, in variables of a program",
    "@babel/preset-react babel-plugin-tide @babel/plugin-syntax-jsx",
    {
      "babel.config.js":
        'module.exports = (api) => { const presets = ["@babel/react"]; const plugins = ["tide"]; plugins.push("@babel/syntax-jsx"); return { presets, plugins }; };',
    },
  ],
  [
    "babel, in the configuration of a bundler",
    "vite babel-plugin-tide @babel/preset-env",
    {
      "vite.config.ts":
        'export default { plugins: [react({ babel: { plugins: ["tide"], presets: ["@babel/env"] } })] };',
    },
  ],
  [
    "eslint, flat with what old configurations are carried over by",
    "eslint-config-next eslint-plugin-tide eslint-config-quay",
    {
      "eslint.config.mjs":
        'export default [...compat.extends("next/core-web-vitals", "quay"), ...compat.plugins("tide")];',
    },
  ],
  [
    "eslint, what a plugin's recommendation extends",
    "eslint-plugin-prettier eslint-config-prettier",
    { ".eslintrc.json": '{ "extends": ["plugin:prettier/recommended"] }' },
  ],
  [
    "babel, in a preset of the project's own",
    "babel-plugin-tide babel-plugin-quay",
    {
      ".babel-preset.js": "exports.plugins = ['tide', ['quay', {}]];",
      ".babelrc": '{ "presets": ["./.babel-preset.js"] }',
    },
  ],
  [
    "webpack, in chains of loaders",
    "tide-loader quay-loader",
    { "a.js": "require(`!tide-loader!../${name}`); require('quay-loader?x=%20!./b');" },
  ],
  [
    "reporters of mocha, in one string",
    "mocha mocha-multi-reporters mocha-tide-reporter @quay/reporter",
    { "test/reporters.json": '{ "reporterEnabled": "spec, mocha-tide-reporter,@quay/reporter" }' },
    { scripts: { test: "mocha --reporter mocha-multi-reporters --reporter-options configFile=test/reporters.json" } },
  ],
  ["eslint, in TypeScript", "jiti", { "eslint.config.ts": "export default [];" }],
  ["webpack, in TypeScript", "ts-node webpack", { "webpack.config.ts": "export default {};" }],
  [
    "next",
    "next react react-dom sharp critters babel-plugin-react-compiler",
    {
      "next.config.mjs": "export default { reactCompiler: true, experimental: { optimizeCss: true } };",
    },
  ],
  [
    "nuxt",
    "nuxt vue vue-router @nuxt/devtools vue-tsc",
    {
      "nuxt.config.ts":
        "export default defineNuxtConfig({ devtools: { enabled: true }, typescript: { typeCheck: true } });",
    },
  ],
  [
    "vitest's environments and browsers",
    "vitest-environment-tide @vitest/browser-playwright",
    {
      "vitest.config.ts": 'export default { test: { environment: "tide", browser: { provider: "playwright" } } };',
    },
  ],
  [
    "languages of a component's parts",
    "sass less pug typescript",
    {
      "src/a.vue": '<template lang="pug">\np x\n</template>\n<style lang="scss">\na {}\n</style>\n',
      "src/b.svelte": '<script lang="ts">let a: string;</script>\n<style lang="less">a {}</style>\n',
    },
  ],
  ["a stylesheet's package", "bootstrap", { "src/a.scss": "@use 'pkg:bootstrap/scss';\n" }],
  [
    "changesets",
    "@changesets/cli @changesets/changelog-github tide-commit",
    {
      ".changeset/config.json": '{ "changelog": ["@changesets/changelog-github", {}], "commit": ["tide-commit", {}] }',
    },
  ],
  [
    "renovate's presets",
    "renovate-config-tide @quay/renovate-config renovate-config-dock",
    {
      "renovate.json": '{ "extends": ["tide", "@quay", "config:base"] }',
      ".github/renovate.json5": "{ extends: ['renovate-config-dock:lib'] }",
    },
  ],
  ["renovate's presets in the manifest", "renovate-config-tide", {}, { renovate: { extends: ["tide"] } }],
  [
    "cspell's dictionaries",
    "cspell @cspell/dict-fr-fr",
    {
      "cspell.json": '{ "import": ["@cspell/dict-fr-fr/cspell-ext.json"] }',
    },
  ],
  [
    "nx",
    "nx @nx/js @nx/jest @nx/esbuild",
    {
      "nx.json": '{ "targetDefaults": { "@nx/esbuild:esbuild": { "cache": true } } }',
      "apps/a/project.json": '{ "targets": { "test": { "executor": "@nx/jest:jest" } } }',
    },
    { nx: { targets: { build: { executor: "@nx/js:tsc" } } } },
  ],
  [
    "lint-staged, in templates",
    "lint-staged organize-imports-cli",
    {
      ".lintstagedrc.mjs": 'export default { "*.ts": (f) => [`npx organize-imports-cli ${f}`] };',
    },
  ],
  [
    "mocha's options of node",
    "mocha tsx ts-node",
    {
      ".mocharc.yml": 'node-option:\n  - import=tsx\n  - "loader=ts-node/esm"\n',
    },
  ],
  [
    "ava's arguments of node",
    "ava tsx tsimp",
    {
      "ava.config.mjs": 'export default { nodeArguments: ["--import=tsx"] };',
    },
    { ava: { nodeArguments: ["--loader=tsimp/loader"] } },
  ],
  [
    "codegen in YAML",
    "@graphql-codegen/cli @graphql-codegen/typescript",
    {
      "codegen.yml": "generates:\n  a.ts:\n    plugins:\n      - typescript\n",
    },
  ],
  [
    "storybook 6",
    "@storybook/manager-webpack5",
    {
      ".storybook/main.js": 'module.exports = { core: { builder: "webpack5" } };',
    },
  ],
  [
    "a generator of prisma",
    "@prisma/client tide-types",
    {
      "prisma/schema.prisma": 'generator tide {\n  provider = "npx tide-types"\n}\n',
    },
  ],
  ["scripts by their first line", "zx", { "release.mjs": "#!/usr/bin/env zx\nconsole.log(1);\n" }],
  ["pipelines in folders", "danger", { ".gitlab/ci/review.yml": "x:\n  script:\n    - yarn danger ci\n" }],
  ["pipelines of azure", "danger", { ".azuredevops/pr.yml": "steps:\n- script: npx danger\n" }],
  [
    "a container to develop in",
    "nodemon",
    {
      ".devcontainer/devcontainer.json": '{ "postStartCommand": "npx nodemon x" }',
    },
  ],
  [
    "an editor's tasks",
    "nodemon ts-node mocha",
    {
      ".vscode/tasks.json": '{ "tasks": [{ "command": "npx nodemon" }] }',
      ".vscode/launch.json":
        '{ "configurations": [{ "runtimeArgs": ["-r", "ts-node/register"] }, { "program": "${workspaceFolder}/node_modules/mocha/bin/_mocha" }] }',
    },
  ],
  ["the cloud's kit", "aws-cdk ts-node", { "cdk.json": '{ "app": "npx ts-node bin/x.ts" }' }],
  ["tasks in TOML", "nodemon", { "mise.toml": '[tasks.dev]\nrun = "npx nodemon x"\n' }],
  [
    "options of node in an environment",
    "source-map-support",
    {
      ".env": "NODE_OPTIONS=--require source-map-support/register\n",
    },
  ],
  [
    "native projects",
    "tide-native @quay/native",
    {
      "ios/Podfile": "pod 'x', :path => '../node_modules/tide-native'\n",
      "android/settings.gradle": "project(':q').projectDir = new File('../node_modules/@quay/native/android')\n",
    },
  ],
  [
    "a page of Markdown with a script",
    "vitepress medium-zoom",
    {
      "docs/a.md": '# Tide\n\n<script setup>\nimport zoom from "medium-zoom";\n</script>\n',
      "docs/.vitepress/config.ts": "export default {};\n",
    },
  ],
  [
    "a path in two parts",
    "@quay/dock",
    {
      "a.js": 'const { join } = require("path"); join(__dirname, "node_modules", "@quay", "dock", "dist");\n',
    },
  ],
  [
    "what another check was told to leave",
    "tide quay",
    {
      "knip.json": '{ "ignoreDependencies": ["tide"] }',
      ".depcheckrc": 'ignores: ["quay"]\n',
    },
  ],
  ...[
    "plopfile.js knexfile.js turbo.jsonc dprint.json .oxlintrc.json .htmlhintrc .syncpackrc .svgrrc.js rush.json",
    "lingui.config.js orval.config.ts i18next-parser.config.js tsdown.config.ts build.config.ts ecosystem.config.js",
    "vue.config.js nest-cli.json openapitools.json lighthouserc.js protractor.conf.js electron-builder.yml wrangler.toml",
    "spec/support/jasmine.json .secretlintrc.json .all-contributorsrc contracts/openapi-ts.config.ts .parcelrc",
  ].flatMap((line) =>
    line.split(" ").map((path) => [`${path}, a configuration by its name`, toolOf(path), { [path]: "{}" }] as const),
  ),
  ["fields of the manifest", "nodemon @preconstruct/cli", {}, { nodemonConfig: { watch: ["a"] }, preconstruct: {} }],
];

function toolOf(path: string): string {
  const others: Readonly<Record<string, string>> = {
    "build.config.ts": "unbuild",
    "ecosystem.config.js": "pm2",
    "vue.config.js": "@vue/cli-service",
    "nest-cli.json": "@nestjs/cli",
    "openapitools.json": "@openapitools/openapi-generator-cli",
    "lighthouserc.js": "@lhci/cli",
    "rush.json": "@microsoft/rush",
    ".svgrrc.js": "@svgr/cli",
    "lingui.config.js": "@lingui/cli",
    ".all-contributorsrc": "all-contributors-cli",
    "contracts/openapi-ts.config.ts": "@hey-api/openapi-ts",
  };
  return others[path] ?? /(\w[\w-]*?)(?:rc|file)?(?:\.\w+)*$/.exec(path)![1]!;
}

for (const [what, names, files, manifest] of cases)
  test(`is not unused: ${what}`, (context) => {
    assert.deepEqual(unusedOf(context, names, files, manifest), []);
  });

test("is unused where prose, data, words and other packages' lists have the name", (context) => {
  const files = {
    "README.md": "Use `tide`, as in `import tide from 'tide'`.\n\n```js\nimport tide from 'tide';\n```\n",
    "locales/en/words.json": '{ "tide": "Tide", "quay": "The quay at high tide" }',
    ".vscode/settings.json": '{ "cSpell.words": ["tide", "quay"] }',
    ".vscode/extensions.json": '{ "recommendations": ["tide"] }',
    "renovate.json": '{ "packageRules": [{ "matchPackageNames": ["tide", "quay"] }] }',
    "cspell.json": '{ "words": ["tide", "quay"] }',
    "site/package.json": '{ "name": "site", "dependencies": { "tide": "1.0.0" } }',
    "src/tide.js": "exports.tide = 1;\n",
  };
  assert.deepEqual(unusedOf(context, "tide quay", files, { keywords: ["tide"] }), ["tide", "quay"]);
});

test("without a tree that tells, what is not installed may ask for a peer", (context) => {
  const manifest = {
    devDependencies: { eslint: "9.0.0", "eslint-config-tide": "1.0.0", "eslint-plugin-quay": "1.0.0" },
  };
  const files = { ".eslintrc": '{ "extends": "tide" }' };
  const verdictOf = (more: Files) => {
    const project = readProject(tree(context, { "package.json": { name: "x", ...manifest }, ...files, ...more }));
    const { dependencies } = analyze(project, catalogOf({}));
    return dependencies.find(({ name }) => name === "eslint-plugin-quay")!;
  };
  const reason = /it cannot be called unused: eslint is not installed, and may ask for it as a peer/;
  assert.match(verdictOf({}).evidence[0]!.text, reason);
  const entries = Object.entries(manifest.devDependencies).map(
    ([name, version]) => `${name}@${version}:\n  version "${version}"\n`,
  );
  const yarn = verdictOf({ "yarn.lock": `# yarn lockfile v1\n\n\n${entries.join("\n")}` });
  assert.match(yarn.evidence[0]!.text, reason);
  const installed = Object.fromEntries(
    Object.keys(manifest.devDependencies).map((name) => [`node_modules/${name}/package.json`, `{ "name": "${name}" }`]),
  );
  assert.equal(verdictOf(installed).verdict, "unused");
});

test("what is installed tells the peers that a lockfile does not", (context) => {
  const asks = (peers: object) => JSON.stringify({ name: "tide", version: "1.0.0", ...peers });
  const lock = ["tide", "quay", "buoy"].map((name) => `${name}@1.0.0:\n  version "1.0.0"\n`).join("\n");
  const used = (peers: object, more: Files = {}) => {
    const files = { "a.js": "require('tide');\n", "yarn.lock": `# yarn lockfile v1\n\n\n${lock}`, ...more };
    const names = {
      "node_modules/quay/package.json": '{ "name": "quay" }',
      "node_modules/tide/package.json": asks(peers),
    };
    return unusedOf(context, "tide quay", { ...files, ...names });
  };
  assert.deepEqual(used({}), ["quay"]);
  assert.deepEqual(used({ peerDependencies: { quay: "*" } }), []);
  assert.deepEqual(used({ peerDependenciesMeta: { quay: { optional: true } } }), []);
  const brings = `${lock.replace('tide@1.0.0:\n  version "1.0.0"', '$&\n  dependencies:\n    buoy "1.0.0"')}`;
  const buoy = '{ "name": "buoy", "version": "1.0.0", "peerDependencies": { "quay": "*" } }';
  const brought = { "yarn.lock": `# yarn lockfile v1\n\n\n${brings}`, "node_modules/buoy/package.json": buoy };
  assert.deepEqual(used({}, brought), []);
});

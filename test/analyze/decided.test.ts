/**
 * Cases on which depcheck 1.4.7, knip 6.36.0 and shrinkdeps did not say the same of published trees, each decided by
 * hand: the tree it was found in, what made the difference in our own words, and what is so.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../src/analyze/analyze.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import type { PackageGraph } from "../../src/project/graph.ts";
import { graphOf, projectOf } from "./memory.ts";

interface Case {
  readonly tree: string;
  readonly name: string;
  readonly why: string;
  readonly manifest: object;
  readonly files?: Readonly<Record<string, string>>;
  readonly graph?: PackageGraph;
  /** Who called it unused. */
  readonly said: readonly ("depcheck" | "knip" | "shrinkdeps")[];
  readonly isUnused: boolean;
}

const dev = (...names: string[]): object => Object.fromEntries(names.map((name) => [name, "1.0.0"]));

const cases: readonly Case[] = [
  {
    tree: "tape@5.8.1",
    name: "minimist",
    why: "a script without an ending, told by its first line, requires it",
    manifest: { dependencies: dev("minimist"), bin: "./bin/tide" },
    files: { "bin/tide": "#!/usr/bin/env node\nvar minimist = require('minimist');\nminimist(process.argv);\n" },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "qs@6.13.0",
    name: "unassertify",
    why: "a tool's flag in an npm script names it",
    manifest: {
      devDependencies: dev("unassertify", "browserify"),
      scripts: { dist: "browserify -t unassertify -s Tide lib" },
    },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "qs@6.13.0",
    name: "in-publish",
    why: "it is not installed, and brings a command of another name",
    manifest: {
      devDependencies: dev("in-publish"),
      scripts: { prepublish: "not-in-publish || npm run prepublishOnly" },
    },
    said: ["depcheck", "knip", "shrinkdeps"],
    isUnused: false,
  },
  {
    tree: "qs@6.13.0",
    name: "quay-tools",
    why: "it is not installed, and a script runs a command that no known package brings",
    manifest: { devDependencies: dev("quay-tools"), scripts: { weigh: "weigh-crates --all" } },
    said: ["depcheck", "knip", "shrinkdeps"],
    isUnused: false,
  },
  {
    tree: "qs@6.13.0",
    name: "es-value-fixtures",
    why: "only tests use it, in a folder that no configuration names",
    manifest: { devDependencies: dev("es-value-fixtures") },
    files: { "test/parse.js": "var v = require('es-value-fixtures');\nv.forEach(console.log);\n" },
    said: ["knip"],
    isUnused: false,
  },
  {
    tree: "fastify@4.28.1",
    name: "@fastify/pre-commit",
    why: "it sets a git hook up when it is installed",
    manifest: { devDependencies: dev("@fastify/pre-commit") },
    said: ["depcheck", "shrinkdeps"],
    isUnused: false,
  },
  {
    tree: "fastify@4.28.1",
    name: "autocannon",
    why: "a command inside the quotes of another command",
    manifest: {
      devDependencies: dev("autocannon", "concurrently"),
      scripts: { bench: 'concurrently "node a.js" "autocannon -c 100 localhost:3000"' },
    },
    said: ["depcheck"],
    isUnused: false,
  },
  {
    tree: "fastify@4.28.1",
    name: "eslint-import-resolver-node",
    why: "eslint-plugin-import loads it by default, without being told",
    manifest: { devDependencies: dev("eslint-import-resolver-node", "eslint-plugin-import") },
    files: { ".eslintrc": '{ "plugins": ["import"] }' },
    said: ["depcheck", "knip", "shrinkdeps"],
    isUnused: false,
  },
  {
    tree: "browserify@17.0.0",
    name: "assert",
    why: "a package of a built-in's name, resolved with a slash behind it",
    manifest: { dependencies: dev("assert") },
    files: { "lib/builtins.js": "exports.assert = require.resolve('assert/');\n" },
    said: ["depcheck"],
    isUnused: false,
  },
  {
    tree: "browserify@17.0.0",
    name: "coffeeify",
    why: "a string names it where code is loaded by name",
    manifest: { devDependencies: dev("coffeeify") },
    files: { "test/coffee.js": "b.transform('coffeeify');\nb.bundle();\n" },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "browserify@17.0.0",
    name: "parents",
    why: "nothing names it",
    manifest: { dependencies: dev("parents") },
    files: { "index.js": "module.exports = [];\n" },
    said: ["depcheck", "knip", "shrinkdeps"],
    isUnused: true,
  },
  {
    tree: "pino@9.3.2",
    name: "log",
    why: "a string spells it, and may be a name to load: that it is unused cannot be told",
    manifest: { devDependencies: dev("log") },
    files: { "browser.js": "const levels = { info: 'log' };\nconsole[levels.info]('a');\n" },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "pino@9.3.2",
    name: "eslint-plugin-node",
    why: "the configuration it was for asks for another plugin by now",
    manifest: { devDependencies: dev("eslint-plugin-node", "eslint-config-standard") },
    files: { ".eslintrc": '{ "extends": "standard" }' },
    graph: graphOf(
      { "": ["eslint-plugin-node", "eslint-config-standard"] },
      { "eslint-plugin-node": {}, "eslint-config-standard": {} },
    ),
    said: ["depcheck", "knip", "shrinkdeps"],
    isUnused: true,
  },
  {
    tree: "css-loader@7.1.2",
    name: "file-loader",
    why: "what uses it when it is installed is unused itself",
    manifest: { devDependencies: dev("file-loader", "url-loader") },
    graph: graphOf(
      { "": ["file-loader", "url-loader"] },
      { "file-loader": {}, "url-loader": { optionalPeer: ["file-loader"] } },
    ),
    said: ["depcheck", "knip"],
    isUnused: true,
  },
  {
    tree: "ws@8.18.0",
    name: "eslint-config-prettier",
    why: "the plugin that uses it when it is installed is brought by another package that stays",
    manifest: { devDependencies: dev("eslint-config-prettier", "buoy-lint"), scripts: { lint: "buoy-lint" } },
    files: { "node_modules/buoy-lint/package.json": '{"name":"buoy-lint","version":"1.0.0","bin":"lint.js"}' },
    graph: graphOf(
      { "": ["eslint-config-prettier", "buoy-lint"] },
      {
        "eslint-config-prettier": {},
        "buoy-lint": { prod: ["eslint-plugin-prettier"] },
        "eslint-plugin-prettier": { optionalPeer: ["eslint-config-prettier"] },
      },
    ),
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "css-loader@7.1.2",
    name: "less",
    why: "only a loader that nothing needs asks for it",
    manifest: { devDependencies: dev("less", "less-loader") },
    graph: graphOf({ "": ["less", "less-loader"] }, { less: {}, "less-loader": { peer: ["less"] } }),
    said: ["depcheck", "shrinkdeps"],
    isUnused: true,
  },
  {
    tree: "css-loader@7.1.2",
    name: "webpack",
    why: "it is installed for development because it is a peer, and may be absent elsewhere",
    manifest: {
      devDependencies: dev("webpack"),
      peerDependencies: dev("webpack"),
      peerDependenciesMeta: { webpack: { optional: true } },
    },
    said: ["knip"],
    isUnused: false,
  },
  {
    tree: "css-loader@7.1.2",
    name: "cspell",
    why: "a script runs its command on a pattern of every file",
    manifest: { devDependencies: dev("cspell"), scripts: { "lint:spelling": 'cspell --cache --quiet "**/*.*"' } },
    said: ["depcheck"],
    isUnused: false,
  },
  {
    tree: "winston@3.13.0",
    name: "rimraf",
    why: "a script runs its command on a pattern, and then another command",
    manifest: { devDependencies: dev("rimraf"), scripts: { test: "rimraf test/crates/logs/* && node test.js" } },
    said: ["depcheck"],
    isUnused: false,
  },
  {
    tree: "winston@3.13.0",
    name: "@dabh/eslint-config-populist",
    why: "a script names its directory in node_modules",
    manifest: {
      devDependencies: dev("@dabh/eslint-config-populist", "eslint"),
      scripts: { lint: "eslint lib --resolve-plugins-relative-to ./node_modules/@dabh/eslint-config-populist" },
    },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "morgan@1.10.0",
    name: "eslint-plugin-markdown",
    why: "a flag of eslint names the plugin without its prefix",
    manifest: {
      devDependencies: dev("eslint", "eslint-plugin-markdown"),
      scripts: { lint: "eslint --plugin markdown --ext js,md ." },
    },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "nock@13.5.4",
    name: "mocha",
    why: "a command that another command runs, behind the flags of that one",
    manifest: { devDependencies: dev("mocha", "nyc"), scripts: { test: "nyc --reporter=lcov mocha --recursive tide" } },
    said: ["knip"],
    isUnused: false,
  },
  {
    tree: "supertest@7.0.0",
    name: "should",
    why: "a command that another command runs loads it",
    manifest: {
      devDependencies: dev("mocha", "nyc", "should"),
      scripts: { test: "nyc --reporter=text mocha --exit --require should" },
    },
    said: ["knip"],
    isUnused: false,
  },
  {
    tree: "nock@13.5.4",
    name: "semantic-release",
    why: "its key in the manifest configures it, and a service runs it",
    manifest: { devDependencies: dev("semantic-release"), release: { branches: ["main"] } },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "form-data@4.0.0",
    name: "pre-commit",
    why: "its key in the manifest lists what its hook runs",
    manifest: { devDependencies: dev("pre-commit"), "pre-commit": ["lint", "test"], scripts: { lint: "node lint.js" } },
    said: ["depcheck"],
    isUnused: false,
  },
  {
    tree: "form-data@4.0.0",
    name: "typescript",
    why: "nothing runs a compiler where the types are written by hand",
    manifest: { devDependencies: dev("typescript"), types: "./index.d.ts" },
    files: { "index.d.ts": "export function dock(crate: string): void;\n", "index.js": "exports.dock = () => {};\n" },
    said: ["depcheck", "shrinkdeps"],
    isUnused: true,
  },
  {
    tree: "superagent@9.0.2",
    name: "babelify",
    why: "a transform between brackets, as browserify takes one with options of its own",
    manifest: {
      devDependencies: dev("babelify", "browserify"),
      scripts: { bundle: "browserify src/tide.js -g [ babelify --configFile ./.tide.babelrc ] -o dist/tide.js" },
    },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "knex@3.1.0",
    name: "rimraf",
    why: "a field of the manifest that no known tool reads lists it: what reads that cannot be told",
    manifest: { devDependencies: dev("rimraf"), buildDependencies: ["rimraf"] },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "grunt@1.6.1",
    name: "dateformat",
    why: "a module requires it that is loaded by a computed path",
    manifest: { dependencies: dev("dateformat"), main: "lib/tide" },
    files: {
      "lib/tide.js": "function part(name) { return (exports[name] = require('./tide/' + name)); }\npart('template');\n",
      "lib/tide/template.js": "exports.date = require('dateformat');\n",
    },
    said: ["knip"],
    isUnused: false,
  },
  {
    tree: "http-proxy@1.18.1",
    name: "ws",
    why: "a string that spells it is a protocol there, and may be a name to load: that cannot be told",
    manifest: { devDependencies: dev("ws") },
    files: { "index.js": "const kinds = ['ws', 'web'];\nmodule.exports = (kind) => require(kinds[kind]);\n" },
    said: ["depcheck", "knip"],
    isUnused: false,
  },
  {
    tree: "fastify-plugin@4.5.1",
    name: "@fastify/type-provider-typebox",
    why: "a test of types imports it",
    manifest: { devDependencies: dev("@fastify/type-provider-typebox", "tsd"), scripts: { test: "tsd" } },
    files: {
      "types/tide.test-d.ts":
        "import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';\nexport type Tide = TypeBoxTypeProvider;\n",
    },
    said: ["knip"],
    isUnused: false,
  },
  {
    tree: "webpack-dev-server@5.0.4",
    name: "@types/compression",
    why: "the package whose types they are is used",
    manifest: { dependencies: dev("compression"), devDependencies: dev("@types/compression") },
    files: { "index.js": "module.exports = require('compression')();\n" },
    said: ["depcheck"],
    isUnused: false,
  },
  {
    tree: "needle@3.3.1",
    name: "JSONStream",
    why: "an example that nothing else loads requires it",
    manifest: { devDependencies: dev("JSONStream") },
    files: { "index.js": "module.exports = 1;\n", "examples/stream.js": "require('JSONStream').parse('*');\n" },
    said: ["knip"],
    isUnused: false,
  },
];

for (const { tree, name, why, manifest, files = {}, graph, isUnused } of cases)
  test(`${tree}: ${name} is ${isUnused ? "unused" : "used, or may be"}: ${why}`, () => {
    const texts = { "package.json": JSON.stringify({ name: "tide", private: true, ...manifest }), ...files };
    const project = projectOf(texts, graph === undefined ? {} : { graph });
    const report = analyze(project, catalogOf({})).dependencies.find((dependency) => dependency.name === name);
    assert.equal(report?.verdict === "unused", isUnused, JSON.stringify(report?.evidence));
  });

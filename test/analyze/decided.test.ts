/**
 * Cases on which depcheck 1.4.7, knip 6.36.0 and shrinkdeps did not say the same of published trees, each decided by
 * hand: the tree it was found in, what made the difference in our own words, and what is so.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { analyze } from "../../src/analyze/analyze.ts";
import { catalogOf } from "../../src/catalog/read.ts";
import { projectOf } from "./memory.ts";

interface Case {
  readonly tree: string;
  readonly name: string;
  readonly why: string;
  readonly manifest: object;
  readonly files?: Readonly<Record<string, string>>;
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
    said: ["depcheck", "knip", "shrinkdeps"],
    isUnused: true,
  },
];

for (const { tree, name, why, manifest, files = {}, isUnused } of cases)
  test(`${tree}: ${name} is ${isUnused ? "unused" : "used, or may be"}: ${why}`, () => {
    const project = projectOf({
      "package.json": JSON.stringify({ name: "tide", private: true, ...manifest }),
      ...files,
    });
    const report = analyze(project, catalogOf({})).dependencies.find((dependency) => dependency.name === name);
    assert.equal(report?.verdict === "unused", isUnused, JSON.stringify(report?.evidence));
  });

import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { createDisk } from "../../src/project/disk.ts";
import { readProject } from "../../src/project/read.ts";
import { tree } from "./tree.ts";

function read(context: TestContext, files: Readonly<Record<string, string | Buffer | object>>) {
  return readProject(tree(context, { "package.json": { name: "x" }, ...files }));
}

const paths = (list: readonly { readonly path: string }[] | undefined) => list?.map(({ path }) => path);

test("every extension of a source is one, with its language and module kind", (context) => {
  const names = [
    "a.js",
    "b.jsx",
    "c.ts",
    "d.tsx",
    "e.mjs",
    "f.cjs",
    "g.mts",
    "h.cts",
    "i.d.ts",
    "j.d.mts",
    "k.css.d.ts",
  ];
  const { sources } = read(context, Object.fromEntries(["x.json", "y.md", ...names].map((name) => [name, ""])));
  assert.deepEqual(
    sources.map(({ path, language, moduleKind }) => `${path} ${language} ${moduleKind}`),
    [
      ...[
        "a.js js unknown",
        "b.jsx jsx unknown",
        "c.ts ts unknown",
        "d.tsx tsx unknown",
        "e.mjs js esm",
        "f.cjs js cjs",
      ],
      ...["g.mts ts esm", "h.cts ts cjs", "i.d.ts dts unknown", "j.d.mts dts esm", "k.css.d.ts dts unknown"],
    ],
  );
});

test("the nearest package.json decides the module kind, a nested one of no workspace too", (context) => {
  const { sources } = read(context, {
    "package.json": { type: "module" },
    "index.js": "",
    "cjs/package.json": { type: "commonjs" },
    "cjs/deep/a.js": "",
    "plain/package.json": {},
    "plain/a.ts": "",
  });
  assert.deepEqual(
    sources.map(({ moduleKind }) => moduleKind),
    ["cjs", "esm", "unknown"],
  );
});

test("scripts without an extension are sources by their shebang", (context) => {
  const { sources } = read(context, {
    "bin/node": "#!/usr/bin/env node\n",
    "bin/flags": "#!/usr/bin/env -S node --no-warnings\n",
    "bin/typed": "#!/usr/bin/env tsx\n",
    "bin/polyglot": '#!/bin/sh\n":" //# comment; exec /usr/bin/env node "$0" "$@"\n',
    "bin/shell": "#!/bin/sh\necho node\n",
    "bin/notes": "node",
    LICENSE: "#!/usr/bin/env node\n",
  });
  assert.deepEqual(
    sources.map(({ path, language }) => `${path} ${language}`),
    ["bin/flags js", "bin/node js", "bin/polyglot js", "bin/typed ts"],
  );
});

test("node_modules are no sources, nested ones of test fixtures neither", (context) => {
  const { sources } = read(context, {
    "index.js": "",
    "node_modules/a/index.js": "",
    "test/fixtures/app/node_modules/b/index.js": "",
    "test/fixtures/app/index.js": "",
    ".git/hooks/x.js": "",
    ".next/server.js": "",
  });
  assert.deepEqual(paths(sources), ["index.js", "test/fixtures/app/index.js"]);
});

test("nested .gitignore files and .git/info/exclude are honoured, with their negations", (context) => {
  const { sources, texts } = read(context, {
    ".git/info/exclude": "secret.js\n",
    ".gitignore": "\uFEFF/dist\r\n*.log.js\r\ngen/*\r\n!gen/keep.js\r\nbuild/\r\n",
    "dist/a.js": "",
    "src/dist/a.js": "",
    "a.log.js": "",
    "gen/a.js": "",
    "gen/keep.js": "",
    "build/a.js": "",
    "secret.js": "",
    "sub/.gitignore": "local.js\n!b.log.js\n",
    "sub/local.js": "",
    "sub/b.log.js": "",
    "local.js": "",
    "gen/.eslintrc": "{}",
  });
  assert.deepEqual(paths(sources), ["gen/keep.js", "local.js", "src/dist/a.js", "sub/b.log.js"]);
  assert.deepEqual(paths(texts), []);
});

test("a .gitignore above the project counts, unless it ignores the project itself", (context) => {
  const files = { "app/package.json": {}, "app/a.js": "", "app/tmp/b.js": "" };
  const above = tree(context, { ".git/HEAD": "", ".gitignore": "tmp/\n", ...files });
  assert.deepEqual(paths(readProject(join(above, "app")).sources), ["a.js"]);
  const ignored = tree(context, { ".git/HEAD": "", ".gitignore": "app/\n", ...files });
  assert.deepEqual(paths(readProject(join(ignored, "app")).sources), ["a.js", "tmp/b.js"]);
});

test("build output is left out by evidence: a tsconfig, a script, its name beside sources", (context) => {
  const { sources, skipped } = read(context, {
    "package.json": { scripts: { build: "babel src --out-dir es", bundle: "esbuild src/a.ts --outfile=bundle.js" } },
    "tsconfig.json": '{ // where it goes\n  "compilerOptions": { "outDir": "./lib", }, }',
    "src/a.ts": "",
    "src/b.ts": "",
    "lib/a.js": "",
    "es/a.js": "",
    "dist/a.js": "",
    "bundle.js": "",
  });
  assert.deepEqual(paths(sources), ["src/a.ts", "src/b.ts"]);
  assert.deepEqual(
    skipped?.map(({ path, reason }) => `${path}: ${reason}`),
    [
      "bundle.js: build output of an npm script",
      "dist/a.js: build output, by its name",
      "es/a.js: build output of an npm script",
      "lib/a.js: build output of tsconfig.json",
    ],
  );
});

test("an outDir of an extended tsconfig counts, and one that holds the sources does not", (context) => {
  const { sources } = read(context, {
    "tsconfig.json": { extends: "./config/base" },
    "config/base.json": { compilerOptions: { outDir: "../compiled" } },
    "tsconfig.test.json": { compilerOptions: { outDir: "src" } },
    "src/a.ts": "",
    "compiled/a.js": "",
  });
  assert.deepEqual(paths(sources), ["src/a.ts"]);
});

test("plain sources in lib/ are sources, with or without a src/ that is not their origin", (context) => {
  assert.deepEqual(paths(read(context, { "lib/a.js": "", "index.js": "" }).sources), ["index.js", "lib/a.js"]);
  const both = { "lib/a.js": "module.exports = 1", "src/a.js": "module.exports = 2" };
  assert.deepEqual(paths(read(context, both).sources), ["lib/a.js", "src/a.js"]);
});

test("a lib/ that mirrors src/ and was compiled is output", (context) => {
  const compiled = 'Object.defineProperty(exports, "__esModule", { value: true });';
  const { sources } = read(context, { "lib/a.js": compiled, "lib/a.d.ts": "", "src/a.js": "export {}" });
  assert.deepEqual(paths(sources), ["src/a.js"]);
});

test("a published package that was built has its built files as sources", (context) => {
  const built = 'Object.defineProperty(exports, "__esModule", { value: true });\n//# sourceMappingURL=a.js.map\n';
  const published = {
    "package.json": { main: "dist/a.js", scripts: { build: "tsup --out-dir dist" } },
    "dist/a.js": built,
  };
  assert.deepEqual(paths(read(context, published).sources), ["dist/a.js"]);
  const withPage = { ...published, "dist/b.js": built, "dist/c.js": built, "public/page.js": "" };
  assert.deepEqual(paths(read(context, withPage).sources), ["dist/a.js", "dist/b.js", "dist/c.js", "public/page.js"]);
});

test("scripts in build/ are sources where no entry point leads there", (context) => {
  assert.deepEqual(paths(read(context, { "build/release.js": "", "index.js": "" }).sources), [
    "build/release.js",
    "index.js",
  ]);
  const entry = { "package.json": { main: "build/index.js" }, "build/index.js": "", "src/index.js": "" };
  assert.deepEqual(paths(read(context, entry).sources), ["src/index.js"]);
});

test("minified, generated and bundled files are left alone, each with its reason", (context) => {
  const { sources, skipped } = read(context, {
    "index.js": "",
    "vendor/jquery.min.js": "a",
    "vendor/giant.js": `var a=1;${"a=a+1;".repeat(900_000)}`,
    "src/types.ts": "/* eslint-disable */\n/**\n * @generated by a tool\n */\nexport {};",
    "src/speaks.ts": "import x from 'x'; // it is @generated, says the tool\n",
    "src/wide.js": `// ${"x".repeat(3000)}\nlet a;\n`,
    "bundle.js": "/******/ (() => { // webpackBootstrap\n",
    "a.js": "let a;\n//# sourceMappingURL=a.js.map\n",
  });
  assert.deepEqual(paths(sources), ["index.js", "src/speaks.ts", "src/wide.js"]);
  assert.deepEqual(
    skipped?.map(({ path, reason }) => `${path}: ${reason}`),
    [
      "a.js: built: it ends in a reference to its source map",
      "bundle.js: bundled by webpack",
      "src/types.ts: generated, as its header says",
      "vendor/giant.js: minified",
      "vendor/jquery.min.js: minified",
    ],
  );
});

test("a coverage report is left out, a folder of that name with sources is not", (context) => {
  const { sources } = read(context, {
    "coverage/lcov.info": "",
    "coverage/sorter.js": "",
    "src/coverage/count.js": "",
  });
  assert.deepEqual(paths(sources), ["src/coverage/count.js"]);
});

test("other files that can need a package are texts, by kind; a JavaScript configuration is a source too", (context) => {
  const { sources, texts } = read(context, {
    ".github/workflows/ci.yml": "",
    ".github/FUNDING.yml": "",
    ".gitlab-ci.yml": "",
    Dockerfile: "",
    "docker/Dockerfile.prod": "",
    "run.sh": "",
    Makefile: "",
    ".husky/pre-commit": "",
    ".mocharc.yml": "",
    ".eslintrc": "",
    ".nycrc": "",
    ".lintstagedrc.json": "",
    "tsconfig.build.json": "",
    "eslint.config.js": "",
    "vite.config.ts": "",
    "page.html": "",
    "theme.scss": "",
    ".env": "",
    "src/eslint.js": "",
  });
  assert.deepEqual(
    texts.map(({ path, kind }) => `${path} ${kind}`),
    [
      ...[".eslintrc config", ".github/workflows/ci.yml workflow", ".gitlab-ci.yml workflow", ".husky/pre-commit hook"],
      ...[
        ".lintstagedrc.json config",
        ".mocharc.yml config",
        ".nycrc config",
        "Dockerfile dockerfile",
        "Makefile shell",
      ],
      ...["docker/Dockerfile.prod dockerfile", "eslint.config.js config", "page.html html", "run.sh shell"],
      ...["theme.scss other", "tsconfig.build.json config", "vite.config.ts config"],
    ],
  );
  assert.deepEqual(paths(sources), ["eslint.config.js", "src/eslint.js", "vite.config.ts"]);
});

test("a file that is not UTF-8 stays a source and is a problem", (context) => {
  const { sources, problems } = read(context, {
    "latin.js": Buffer.from("var caf\xe9 = require('x')", "latin1"),
    "wide.js": Buffer.from("\uFEFFvar a", "utf16le"),
    "honest.js": "var replacement = '\uFFFD'",
  });
  assert.deepEqual(paths(sources), ["honest.js", "latin.js", "wide.js"]);
  assert.deepEqual(
    problems.filter(({ kind }) => kind === "source-unreadable").map(({ path, message }) => `${path} ${message}`),
    [
      "latin.js it cannot be read, it is not UTF-8 text: it may need any package",
      "wide.js it cannot be read, it is not UTF-8 text: it may need any package",
    ],
  );
});

test("links are not followed: a loop and a way out are problems, a link inside is none", (context) => {
  const outside = tree(context, { "lib/x.js": "" });
  const root = tree(context, { "package.json": {}, "src/a.js": "" });
  symlinkSync(root, join(root, "src", "self"));
  symlinkSync("circle", join(root, "circle"));
  symlinkSync(join(outside, "lib"), join(root, "out"));
  symlinkSync(join(outside, "lib", "x.js"), join(root, "out.js"));
  symlinkSync("src", join(root, "inside"));
  symlinkSync("nowhere", join(root, "broken"));
  const { sources, problems } = readProject(root);
  assert.deepEqual(paths(sources), ["src/a.js"]);
  assert.deepEqual(
    problems.filter(({ kind }) => kind !== "lockfile-missing").map(({ kind, path }) => `${kind} ${path}`),
    ["symlink-loop circle", "directory-unreadable out", "source-unreadable out.js", "symlink-loop src/self"].sort(
      (a, b) => (a.split(" ")[1]! < b.split(" ")[1]! ? -1 : 1),
    ),
  );
});

test("a directory that cannot be listed is a problem, and the rest is read", (context) => {
  const root = tree(context, { "package.json": {}, "a.js": "", "locked/b.js": "" });
  const disk = createDisk(root);
  const listing = (path: string) => (path === "locked" ? { unreadable: "permission is denied" } : disk.listing(path));
  const { sources, problems } = readProject(root, { disk: { ...disk, listing } });
  assert.deepEqual(paths(sources), ["a.js"]);
  assert.deepEqual(
    problems.find(({ kind }) => kind === "directory-unreadable"),
    {
      kind: "directory-unreadable",
      path: "locked",
      message: "it cannot be listed, permission is denied: what is in it may need any package",
      fatal: false,
    },
  );
});

test("folders nested three hundred deep are read", (context) => {
  const root = tree(context, { "package.json": {} });
  const deep = Array.from({ length: 300 }, () => "d").join("/");
  mkdirSync(join(root, deep), { recursive: true });
  symlinkSync(root, join(root, deep, "up"));
  assert.deepEqual(paths(readProject(root).sources), []);
});

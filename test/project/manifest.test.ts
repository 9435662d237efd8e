import assert from "node:assert/strict";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { describeError, ShrinkdepsError } from "../../src/errors.ts";
import { readProject } from "../../src/project/read.ts";
import { tree } from "./tree.ts";

function failure(directory: string): string {
  try {
    readProject(directory);
  } catch (error) {
    assert.ok(error instanceof ShrinkdepsError);
    assert.equal(error.kind, "manifest");
    return describeError(error);
  }
  return "read";
}

const withText = (context: TestContext, text: string | Buffer) => failure(tree(context, { "package.json": text }));

test("a manifest that is missing, broken or no object is one line with its place", (context) => {
  assert.match(failure(tree(context, {})), /^package.json: there is no manifest here/);
  assert.match(failure(join(tree(context, {}), "nowhere")), /nowhere: there is no such directory/);
  assert.match(
    withText(context, '{\n  "name": "x",\n  "a": [1,]\n}'),
    /^package.json:3: it is not valid JSON: a comma stands before \]/,
  );
  assert.match(withText(context, ""), /^package.json:1: it is not valid JSON: the file ends too early/);
  assert.match(withText(context, "[]"), /^package.json:1: it must hold an object, not an array/);
  assert.match(withText(context, "null"), /^package.json:1: it must hold an object, not null/);
  assert.match(withText(context, '{\n<<<<<<< HEAD\n"a": 1\n}'), /^package.json:2: it has merge conflict markers/);
  assert.match(
    withText(context, Buffer.from('{"name":"caf\xe9"}', "latin1")),
    /^package.json: it cannot be read: it is not UTF-8/,
  );
  assert.match(withText(context, `{"a":${"[".repeat(100_000)}`), /nesting is deeper than 500 levels/);
});

test("a directory in place of the manifest, and a file in place of the directory, are one line", (context) => {
  const root = tree(context, { "file.txt": "" });
  mkdirSync(join(root, "package.json"));
  assert.match(failure(root), /^package.json: it cannot be read: it is a directory/);
  assert.match(failure(join(root, "file.txt")), /there is no such directory/);
});

test("a broken manifest of a workspace stops the run too, with its path", (context) => {
  const root = tree(context, { "package.json": { workspaces: ["a"] }, "a/package.json": "{\n'x'\n}" });
  assert.match(failure(root), /^a\/package.json:2: it is not valid JSON/);
});

test("BOM and CRLF are read and kept", (context) => {
  const text = '\uFEFF{\r\n  "name": "x",\r\n  "dependencies": { "a": "1" }\r\n}\r\n';
  const [manifest] = readProject(tree(context, { "package.json": text })).manifests;
  assert.equal(manifest?.text, text);
  assert.deepEqual(manifest?.dependencies, [{ name: "a", range: "1", kind: "prod", workspace: "" }]);
});

test("sections that are no objects are problems with their line, and the others are read", (context) => {
  const text =
    '{\n  "dependencies": "express",\n  "devDependencies": [],\n  "peerDependencies": { "p": 1, "q": "2" },\n  "scripts": { "a": 1, "b": "x" }\n}';
  const { manifests, problems } = readProject(tree(context, { "package.json": text }));
  assert.deepEqual(manifests[0]?.dependencies, [{ name: "q", range: "2", kind: "peer", workspace: "" }]);
  assert.deepEqual(manifests[0]?.scripts, { b: "x" });
  assert.deepEqual(
    problems
      .filter(({ kind }) => kind === "manifest-malformed")
      .map(({ path, line, message }) => `${path}:${line} ${message}`),
    [
      'package.json:2 "dependencies" must be an object of names and ranges; nothing in it was read',
      'package.json:4 the range of "p" must be a string; the entry was left out',
    ],
  );
});

test("names that a shell or an object would treat specially are kept as they are", (context) => {
  const names = ["$(touch x)", "a;rm -rf b", "__proto__", "constructor", "../up", "`x`"];
  const section = `{${names.map((name) => `${JSON.stringify(name)}: "1"`).join(",")}}`;
  const { manifests } = readProject(
    tree(context, { "package.json": `{"dependencies": ${section}, "scripts": {"__proto__": "x"}}` }),
  );
  assert.deepEqual(
    manifests[0]?.dependencies.map(({ name }) => name),
    names,
  );
  assert.deepEqual(Object.entries(manifests[0]?.scripts ?? {}), [["__proto__", "x"]]);
});

test("workspaces are found by patterns, in both forms, with negations and without node_modules", (context) => {
  const directories = (workspaces: unknown) => {
    const files = ["a/one", "a/two", "a/deep/three", "a/one/node_modules/no", "b", ".hidden/x"];
    const root = tree(context, {
      "package.json": { workspaces },
      ...Object.fromEntries(files.map((path) => [`${path}/package.json`, { name: path }])),
      "a/empty/readme.md": "",
    });
    return readProject(root)
      .manifests.slice(1)
      .map(({ directory }) => directory);
  };
  assert.deepEqual(directories(["a/*"]), ["a/one", "a/two"]);
  assert.deepEqual(directories({ packages: ["./a/*/", "b"] }), ["a/one", "a/two", "b"]);
  assert.deepEqual(directories(["**"]), ["a/deep/three", "a/one", "a/two", "b"]);
  assert.deepEqual(directories(["a/**", "!a/deep/**"]), ["a/one", "a/two"]);
  assert.deepEqual(directories(["a/*", "!a/t*", "a/two"]), ["a/one", "a/two"]);
  assert.deepEqual(directories(["!a/two", "a/*"]), ["a/one"]);
  assert.deepEqual(directories(["a/{one,two}", "../b", "a/one"]), ["a/one", "a/two"]);
});

test("workspaces of pnpm are those of its own file, where a negation holds wherever it stands", (context) => {
  const directories = (text: string, workspaces?: unknown) => {
    const files = ["a/one", "a/two", "b", "c/x/y", "a/one/node_modules/no"];
    const root = tree(context, {
      "package.json": workspaces === undefined ? {} : { workspaces },
      ...Object.fromEntries(files.map((path) => [`${path}/package.json`, { name: path }])),
      "pnpm-workspace.yaml": text,
    });
    const { manifests, problems } = readProject(root, { sources: false });
    const broken = problems.filter(({ path }) => path === "pnpm-workspace.yaml");
    return [...manifests.slice(1).map(({ directory }) => directory), ...broken.map(({ line }) => `broken:${line}`)];
  };
  assert.deepEqual(directories("packages:\n  - 'a/*'\n  - '!a/two'\n  - a/two\n  - c/**\n"), ["a/one", "c/x/y"]);
  assert.deepEqual(directories("packages: [b, ./a/two/]\n"), ["a/two", "b"]);
  assert.deepEqual(directories("onlyBuiltDependencies:\n  - b\n"), []);
  assert.deepEqual(directories("packages:\n  - &x a/*\n"), ["broken:2"]);
  assert.deepEqual(directories("packages:\n  - b\n", ["a/*"]), ["a/one", "a/two"]);
});

test("workspaces that are no list, missing, or lead out of the project are problems", (context) => {
  const root = tree(context, { "package.json": '{\n  "workspaces": ["gone", "out"]\n}' });
  symlinkSync(tree(context, { "package.json": {} }), join(root, "out"));
  const { manifests, problems } = readProject(root, { sources: false });
  assert.equal(manifests.length, 1);
  assert.deepEqual(
    problems.map(({ kind, path }) => `${kind} ${path}`).filter((line) => !line.startsWith("lockfile")),
    ["manifest-missing gone", "directory-unreadable out"],
  );
  writeFileSync(join(root, "package.json"), '{\n  "workspaces": "packages"\n}');
  const [problem] = readProject(root, { sources: false }).problems;
  assert.deepEqual([problem?.kind, problem?.line], ["manifest-malformed", 2]);
});

test("a text is read anew when the file changed after it was read", (context) => {
  const root = tree(context, { "package.json": {}, "a.js": "one" });
  const { disk } = readProject(root);
  assert.deepEqual(disk.read("a.js"), { text: "one" });
  writeFileSync(join(root, "a.js"), "two");
  assert.deepEqual(disk.read("a.js"), { text: "two" });
  assert.deepEqual(disk.read(join(root, "a.js")), { text: "two" });
  assert.deepEqual(disk.read("b.js"), { unreadable: "it does not exist" });
  assert.deepEqual(disk.read("a.js/b"), { unreadable: "a part of its path is not a directory" });
});

import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { readProject } from "../../src/project/read.ts";
import { lockfile, tree } from "./tree.ts";

/** The problems of a project with these files, as "kind path:line message", and whether its tree is known. */
function read(context: TestContext, files: Readonly<Record<string, string | object>>) {
  const { graph, problems } = readProject(tree(context, { "package.json": { name: "x" }, ...files }), {
    sources: false,
  });
  const lines = problems.map(
    ({ kind, path, line, message }) => `${kind} ${path}${line === undefined ? "" : `:${line}`} ${message}`,
  );
  return { known: graph.known, lines };
}

test("a lockfile of another manager makes the tree unknown, and is named", (context) => {
  for (const [path, manager] of [
    ["yarn.lock", "yarn"],
    ["bun.lockb", "bun"],
  ] as const) {
    const { known, lines } = read(context, { [path]: "x", "node_modules/.package-lock.json": lockfile({}) });
    assert.equal(known, false);
    assert.equal(lines.length, 1);
    assert.match(lines[0] ?? "", new RegExp(`^lockfile-unsupported ${path} .*: run ${manager} install`));
  }
});

test("of two managers' lockfiles none is believed, unless the manifest names the manager", (context) => {
  const both = { "yarn.lock": "", "package-lock.json": lockfile({ "": {} }) };
  assert.match(
    read(context, both).lines[0] ?? "",
    /^lockfile-unsupported yarn.lock package-lock.json is there too: delete/,
  );
  assert.equal(read(context, both).known, false);
  assert.deepEqual(read(context, { ...both, "package.json": { packageManager: "npm@11.0.0" } }), {
    known: true,
    lines: [],
  });
  assert.equal(read(context, { ...both, "package.json": { packageManager: "yarn@4.0.0" } }).known, false);
});

test("a broken lockfile is unknown, with the line", (context) => {
  const broken = (text: string) => {
    const { known, lines } = read(context, { "package-lock.json": text });
    assert.equal(known, false);
    assert.equal(lines.length, 1);
    return lines[0];
  };
  assert.equal(broken(""), "lockfile-malformed package-lock.json:1 it is empty: run npm install");
  assert.equal(
    broken('{\n  "lockfileVersion": 3\n  "packages": {}\n}'),
    "lockfile-malformed package-lock.json:3 it is not valid JSON, a comma or } is missing: run npm install",
  );
  assert.equal(
    broken('{\n<<<<<<< HEAD\n  "lockfileVersion": 3\n=======\n>>>>>>> x\n}'),
    "lockfile-malformed package-lock.json:2 it has merge conflict markers: resolve them, or run npm install",
  );
  assert.equal(
    broken('{\n  "lockfileVersion": 9,\n  "packages": {}\n}'),
    "lockfile-unsupported package-lock.json:2 it has lockfileVersion 9, and 1, 2 and 3 are known: run npm install",
  );
  assert.match(broken("{}") ?? "", /^lockfile-unsupported .* has no lockfileVersion/);
  assert.match(broken("[]") ?? "", /^lockfile-malformed .* it must hold an object/);
  assert.match(broken('{"lockfileVersion": 3}') ?? "", /^lockfile-malformed .* it has no object "packages"/);
  assert.equal(
    broken('{"lockfileVersion": 3, "packages": {\n  "node_modules/a": "1.0.0"\n}}'),
    'lockfile-malformed package-lock.json:2 the entry "node_modules/a" is not an object: run npm install',
  );
  assert.match(broken(`{"lockfileVersion": 3, "packages": ${"[".repeat(100_000)}`) ?? "", /deeper than 500 levels/);
});

test("a lockfile of version 1 nested without end is read without a crash", (context) => {
  const depth = 5000;
  const text = `{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0"${`,"dependencies":{"a":{"version":"1.0.0"`.repeat(depth)}${"}}".repeat(depth)}}}}`;
  assert.deepEqual(read(context, { "package-lock.json": text }), { known: true, lines: [] });
});

test("without a lockfile and without an installed tree, the tree is unknown with what to do", (context) => {
  const { known, lines } = read(context, {});
  assert.equal(known, false);
  assert.match(lines[0] ?? "", /^lockfile-missing package-lock.json there is no lockfile .* run npm install$/);
});

test("a shrinkwrap goes before a lockfile, as for npm", (context) => {
  const root = tree(context, {
    "package.json": {},
    "npm-shrinkwrap.json": lockfile({ "": {} }),
    "package-lock.json": lockfile({ "": { dependencies: { a: "1" } } }),
  });
  const { graph, problems } = readProject(root, { sources: false });
  assert.equal(graph.known && graph.graph.source, "npm-shrinkwrap.json");
  assert.deepEqual(problems, []);
});

test("a lockfile out of step says in which entries", (context) => {
  const manifest = { dependencies: { added: "^1", moved: "^2", same: "1" }, devDependencies: { same2: "*" } };
  const { known, lines } = read(context, {
    "package.json": manifest,
    "package-lock.json": lockfile({
      "": { dependencies: { moved: "^1", same: "1", gone: "1" }, devDependencies: { same2: "*" } },
      ...Object.fromEntries(
        ["moved", "same", "gone", "same2"].map((name) => [`node_modules/${name}`, { version: "1.0.0" }]),
      ),
    }),
  });
  assert.equal(known, true);
  assert.deepEqual(lines, [
    "lockfile-out-of-step package-lock.json it is out of step: " +
      'it lacks "added" of dependencies in package.json; it has "moved" as ^1 where package.json has ^2; ' +
      'it has "gone", which dependencies in package.json lacks; run npm install',
  ]);
});

test("a lockfile that has a dependency in the root's copy and not in the tree is out of step", (context) => {
  const { lines } = read(context, {
    "package.json": { dependencies: { a: "1" } },
    "package-lock.json": lockfile({ "": { dependencies: { a: "1" } } }),
  });
  assert.match(lines[0] ?? "", /^lockfile-out-of-step .* it lacks "a" of dependencies/);
});

test("a dependency that is also optional is optional only, as npm writes it", (context) => {
  const { lines } = read(context, {
    "package.json": { dependencies: { a: "1" }, optionalDependencies: { a: "1" } },
    "package-lock.json": lockfile({ "": { optionalDependencies: { a: "1" } }, "node_modules/a": { version: "1.0.0" } }),
  });
  assert.deepEqual(lines, []);
});

test("version 1 is out of step when a version does not satisfy its range", (context) => {
  const at = (version: string, extra: object = {}) =>
    read(context, {
      "package.json": { dependencies: { a: "^2.0.0" }, ...extra },
      "package-lock.json": { lockfileVersion: 1, dependencies: { a: { version } } },
    }).lines;
  assert.deepEqual(at("2.1.0"), []);
  assert.match(at("1.9.0")[0] ?? "", /it has "a" 1.9.0 where package.json asks for \^2.0.0/);
  assert.deepEqual(at("1.9.0", { overrides: { a: "1.9.0" } }), []);
});

test("a workspace the lockfile does not know, or that is gone, is out of step", (context) => {
  const { lines } = read(context, {
    "package.json": { workspaces: ["packages/*"] },
    "packages/new/package.json": { name: "new" },
    "package-lock.json": lockfile({ "": { workspaces: ["packages/*"] }, "packages/old": { name: "old" } }),
  });
  assert.match(lines[0] ?? "", /it does not know packages\/new\/package.json; it has "packages\/old", which is gone/);
});

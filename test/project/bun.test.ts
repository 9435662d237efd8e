import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { dominators } from "../../src/project/dominators.ts";
import { readProject } from "../../src/project/read.ts";
import { bunLock, harbourOfBun } from "./bun-locks.ts";
import { tree } from "./tree.ts";

type Files = Readonly<Record<string, string | object>>;

function read(context: TestContext, text: string, files: Files = {}) {
  const { graph, problems } = readProject(tree(context, { ...harbourOfBun, "bun.lock": text, ...files }), {
    sources: false,
  });
  const lines = problems.map(({ kind, line, message }) => `${kind}${line === undefined ? "" : `:${line}`} ${message}`);
  return { graph: graph.known ? graph.graph : undefined, lines };
}

test("bun.lock gives each package once, by the place each importer finds it in", (context) => {
  const { graph, lines } = read(context, bunLock);
  assert.ok(graph !== undefined);
  assert.deepEqual(lines, []);
  const packages = [...graph.nodes.values()].filter(({ importer }) => !importer);
  assert.deepEqual(
    packages.map(({ id, source, integrity, dev, optional }) =>
      [id, source, integrity, dev && "dev", optional && "optional"].filter(Boolean).join(" "),
    ),
    [
      "anchor@1.2.0 registry sha512-anchor",
      "moor@1.0.0 registry sha512-moor",
      "rope@1.0.0 registry sha512-rope1 dev",
      "rope@2.0.0 registry sha512-rope2",
      "thread@2.0.0 registry sha512-thread",
      "tide@github:dock/tide#abc1234 git optional",
    ],
  );
  const crane = graph.edges.get("packages/crane") ?? [];
  assert.deepEqual(
    crane.map(({ name, to }) => `${name} ${to}`),
    ["anchor anchor@1.2.0", "knot moor@1.0.0", "pier packages/pier", "rope rope@2.0.0", "sail undefined"],
  );
  assert.equal(graph.manager, "bun");
  assert.deepEqual(dominators(graph, { perWorkspace: true }).get("packages/crane\0rope"), [
    "rope@2.0.0",
    "thread@2.0.0",
  ]);
  assert.deepEqual(read(context, bunLock.replace(": 1,", ': 2,\n  "configVersion": 1,')).lines, []);
});

test("a bun.lock that is broken, of an unknown version or in conflict is refused with its line, the binary one with what to run", (context) => {
  const refusal = (text: string) => read(context, text).lines.join("\n");
  assert.equal(
    refusal(bunLock.replace(": 1,", ": 7,")),
    "lockfile-unsupported:2 it has lockfileVersion 7, and 0, 1, 2 are known: run bun install",
  );
  assert.match(
    refusal(bunLock.replace('"rope": "1.0.0",', '"rope" "1.0.0",')),
    /^lockfile-malformed:8 it is not valid JSON/,
  );
  assert.match(refusal(`<<<<<<< HEAD\n${bunLock}`), /^lockfile-malformed:1 it has merge conflict markers/);
  assert.match(
    refusal(bunLock.replace(/\["tide@.*\]/, '"tide"')),
    /^lockfile-malformed:\d+ the entry "tide" is not understood/,
  );
  assert.match(
    refusal(bunLock.replace(/\n.*"thread": \[.*\n/, "")),
    /^lockfile-malformed it lacks "thread" of rope@2\.0\.0/,
  );
  const binary = readProject(tree(context, { "package.json": {}, "bun.lockb": Buffer.from([0x23, 0xff, 0]) }), {
    sources: false,
  });
  assert.equal(binary.graph.known, false);
  assert.deepEqual(
    binary.problems.map(({ message }) => message),
    ["it is binary, and only the text format is read: run bun install --save-text-lockfile"],
  );
});

test("a bun.lock out of step says in which entries, overrides and catalogs too", (context) => {
  const difference = (manifest: object, text = bunLock) =>
    read(context, text, { "package.json": { ...harbourOfBun["package.json"], ...manifest } }).lines.join("\n");
  assert.match(
    difference({ devDependencies: { moor: "^3.0.0", rope: "1.0.0" } }),
    /it has "moor" as catalog: where package.json has \^3\.0\.0/,
  );
  const thread = harbourOfBun["package.json"].overrides;
  assert.equal(difference({ overrides: thread, resolutions: { moor: "1.0.0" } }), "");
  assert.equal(difference({ overrides: undefined, resolutions: thread }), "");
  assert.match(difference({ overrides: {} }), /it has the override "thread", which is gone/);
  assert.match(
    difference({ workspaces: { packages: ["packages/*"], catalog: { moor: "^1.0.0" } } }),
    /it has the catalog's "anchor", which is gone/,
  );
  assert.match(
    difference({ workspaces: { ...harbourOfBun["package.json"].workspaces, packages: ["packages/crane"] } }),
    /it has "packages\/pier", which is no workspace/,
  );
  const zero = bunLock.replace(": 1,", ": 0,").replace('"pier": "workspace:*"', '"pier": "packages/pier"');
  assert.equal(difference({}, zero), "");
});

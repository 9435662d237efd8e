import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";
import { dominators } from "../../src/project/dominators.ts";
import type { PackageGraph } from "../../src/project/graph.ts";
import { readProject } from "../../src/project/read.ts";
import { lockfile, tree } from "./tree.ts";

const harbour = fileURLToPath(new URL("../../../fixtures/project/harbour/", import.meta.url));

function harbourWith(context: TestContext, version: number): string {
  const root = tree(context, {});
  cpSync(harbour, root, { recursive: true });
  writeFileSync(join(root, "package-lock.json"), readFileSync(join(harbour, `lockfile-v${version}.json`)));
  return root;
}

function graphIn(root: string): PackageGraph {
  const { graph } = readProject(root, { sources: false });
  assert.ok(graph.known, graph.known ? "" : graph.reason);
  return graph.graph;
}

const nodesOf = (graph: PackageGraph) =>
  [...graph.nodes.values()].map(({ id, name, version, importer, dev, optional }) =>
    JSON.stringify({ id, name, version, importer, dev, optional }),
  );

const target = (graph: PackageGraph, from: string, name: string) =>
  graph.edges.get(from)?.find((edge) => edge.name === name)?.to;

test("lockfiles of versions 1, 2 and 3 of one project give the same packages", (context) => {
  const [one, two, three] = [1, 2, 3].map((version) => nodesOf(graphIn(harbourWith(context, version))));
  assert.deepEqual(two, three);
  assert.deepEqual(one, three);
  assert.equal(three?.length, 48);
});

test("the flags of development and of optional packages are npm's own", (context) => {
  const root = harbourWith(context, 3);
  const lock: { packages: Record<string, { dev?: boolean; optional?: boolean; link?: boolean }> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  const graph = graphIn(root);
  const packages = Object.entries(lock.packages).filter(([id, entry]) => !entry.link && !graph.importers.has(id));
  for (const [id, entry] of packages) {
    const node = graph.nodes.get(id);
    assert.deepEqual([id, node?.dev, node?.optional], [id, entry.dev === true, entry.optional === true]);
  }
  assert.equal(packages.length, graph.nodes.size - graph.importers.size);
});

test("a project in step with its lockfile has no problems, in any version", (context) => {
  for (const version of [1, 2, 3]) {
    assert.deepEqual(readProject(harbourWith(context, version), { sources: false }).problems, []);
  }
});

test("edges lead where node resolves them: nested copies, aliases, workspaces and links", (context) => {
  for (const version of [1, 3]) {
    const graph = graphIn(harbourWith(context, version));
    assert.equal(target(graph, "packages/crane", "debug"), "packages/crane/node_modules/debug");
    assert.equal(target(graph, "node_modules/nodemon", "debug"), "node_modules/debug");
    assert.equal(graph.nodes.get(target(graph, "packages/crane", "pad") ?? "")?.name, "left-pad");
    assert.equal(target(graph, "packages/tug", "@harbour/crane"), "packages/crane");
    assert.equal(target(graph, "packages/tug", "rope"), "rope");
    assert.equal(graph.nodes.get("rope")?.importer, false);
    assert.equal(graph.importers.get("packages/tug"), "packages/tug");
  }
});

test("an optional peer does not hold its package, a peer does", (context) => {
  const graph = graphIn(harbourWith(context, 3));
  const held = dominators(graph);
  assert.ok(held.get("bufferutil")?.includes("node_modules/bufferutil"));
  assert.ok(held.get("use-sync-external-store")?.includes("node_modules/react"));
});

test("install scripts are told by versions 2 and 3, and unknown in version 1 unless the package is installed", (context) => {
  assert.equal(graphIn(harbourWith(context, 3)).nodes.get("node_modules/bufferutil")?.installScript, true);
  const root = harbourWith(context, 1);
  assert.equal(graphIn(root).nodes.get("node_modules/bufferutil")?.installScript, "unknown");
  const installed = tree(context, {
    "package.json": { dependencies: { a: "1", b: "1", c: "1", d: "1" } },
    "package-lock.json": {
      lockfileVersion: 1,
      dependencies: {
        a: { version: "1.0.0" },
        b: { version: "1.0.0" },
        c: { version: "1.0.0" },
        d: { version: "1.0.0" },
      },
    },
    "node_modules/a/package.json": { name: "a", version: "1.0.0", scripts: { postinstall: "node x" } },
    "node_modules/b/package.json": { name: "b", version: "1.0.0" },
    "node_modules/b/binding.gyp": "{}",
    "node_modules/c/package.json": { name: "c", version: "1.0.0", scripts: { test: "x" } },
    "node_modules/d/package.json": { name: "d", version: "1.0.9" },
  });
  const { nodes } = graphIn(installed);
  assert.deepEqual(
    ["a", "b", "c", "d"].map((name) => nodes.get(`node_modules/${name}`)?.installScript),
    [true, true, false, "unknown"],
  );
});

test("bytes are those of the package's own files, and undefined when another version is installed", (context) => {
  const root = tree(context, {
    "package.json": { dependencies: { a: "1.0.0", b: "1.0.0" } },
    "package-lock.json": lockfile({
      "": { dependencies: { a: "1.0.0", b: "1.0.0" } },
      "node_modules/a": { version: "1.0.0", dependencies: { c: "1" } },
      "node_modules/a/node_modules/c": { version: "1.0.0" },
      "node_modules/b": { version: "1.0.0" },
    }),
    "node_modules/a/package.json": '{"version":"1.0.0"}',
    "node_modules/a/lib/index.js": "x".repeat(1000),
    "node_modules/a/node_modules/c/package.json": '{"version":"1.0.0","x":1}',
    "node_modules/b/package.json": '{"version":"2.0.0"}',
  });
  const { nodes } = graphIn(root);
  assert.equal(nodes.get("node_modules/a")?.bytes, 1000 + '{"version":"1.0.0"}'.length);
  assert.equal(nodes.get("node_modules/a/node_modules/c")?.bytes, '{"version":"1.0.0","x":1}'.length);
  assert.equal(nodes.get("node_modules/b")?.bytes, undefined);
});

test("without a lockfile the installed tree gives the graph", (context) => {
  const { graph, problems } = readProject(
    tree(context, {
      "package.json": { dependencies: { a: "^1" }, devDependencies: { missing: "^1" } },
      "node_modules/.package-lock.json": lockfile({
        "node_modules/a": { version: "1.2.0", dependencies: { b: "1" } },
        "node_modules/b": { version: "1.0.0" },
        "node_modules/old": { version: "1.0.0", extraneous: true },
      }),
    }),
    { sources: false },
  );
  assert.ok(graph.known);
  assert.equal(graph.graph.source, "node_modules/.package-lock.json");
  assert.deepEqual([...graph.graph.nodes.keys()], ["", "node_modules/a", "node_modules/b"]);
  assert.match(problems[0]?.message ?? "", /it lacks "missing" of devDependencies in package.json/);
});

test("a package named __proto__ is a package", (context) => {
  const packages = '{"":{"dependencies":{"__proto__":"^1"}},"node_modules/__proto__":{"version":"1.0.0"}}';
  const root = tree(context, {
    "package.json": '{"dependencies":{"__proto__":"^1"}}',
    "package-lock.json": `{"lockfileVersion":3,"packages":${packages}}`,
  });
  const { manifests, problems } = readProject(root, { sources: false });
  assert.deepEqual(problems, []);
  assert.equal(manifests[0]?.dependencies[0]?.name, "__proto__");
  assert.equal(target(graphIn(root), "", "__proto__"), "node_modules/__proto__");
  assert.deepEqual([...dominators(graphIn(root))], [["__proto__", ["node_modules/__proto__"]]]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { dominators, entryKey, freedTogether, reachable } from "../../src/project/dominators.ts";
import type { EdgeKind, PackageEdge, PackageGraph, PackageNode } from "../../src/project/graph.ts";

/** `{ "": "a b? c!", a: "d" }`: who needs what; "?" marks an optional peer, "~" a peer, "!" a development dependency. */
function graphOf(needs: Record<string, string>, importers: string[] = [""]): PackageGraph {
  const nodes = new Map<string, PackageNode>();
  const edges = new Map<string, PackageEdge[]>();
  const add = (id: string) => {
    if (nodes.has(id)) return;
    const importer = importers.includes(id);
    nodes.set(id, {
      id,
      name: id,
      version: importer ? undefined : "1.0.0",
      importer,
      locations: [],
      source: "registry",
      peers: undefined,
      installScript: false,
      bytes: undefined,
      resolved: undefined,
      integrity: undefined,
      dev: false,
      optional: false,
    });
  };
  const kinds: Record<string, EdgeKind> = { "?": "peer", "~": "peer", "!": "dev" };
  for (const [from, names] of Object.entries(needs)) {
    add(from);
    const list: PackageEdge[] = [];
    for (const word of names.split(" ").filter(Boolean)) {
      const mark = word.at(-1)!;
      const name = mark in kinds ? word.slice(0, -1) : word;
      add(name);
      list.push({
        name,
        kind: kinds[mark] ?? "prod",
        range: "*",
        to: name,
        ...(mark === "?" && { optionalPeer: true }),
      });
    }
    edges.set(from, list);
  }
  const origin = { source: "package-lock.json", manager: "npm" } as const;
  return { nodes, edges, importers: new Map(importers.map((id) => [id, id])), ...origin };
}

const plain = (map: ReadonlyMap<string, readonly string[]>) =>
  Object.fromEntries([...map].map(([key, ids]) => [key, [...ids].sort().join(" ")]));

test("a dependency holds what only it reaches, itself included", () => {
  assert.deepEqual(plain(dominators(graphOf({ "": "a b", a: "c d", b: "d" }))), { a: "a c", b: "b" });
});

test("a dependency that another one needs holds nothing", () => {
  assert.deepEqual(plain(dominators(graphOf({ "": "a b", a: "b", b: "c" }))), { a: "a", b: "" });
});

test("a cycle is held by the dependency that leads into it", () => {
  assert.deepEqual(plain(dominators(graphOf({ "": "a", a: "b", b: "c", c: "a" }))), { a: "a b c" });
});

test("a peer keeps its package in the tree, an optional peer does not", () => {
  assert.deepEqual(plain(dominators(graphOf({ "": "plugin host", plugin: "host~" }))), { plugin: "plugin", host: "" });
  assert.deepEqual(plain(dominators(graphOf({ "": "ws native", ws: "native?" }))), { ws: "ws", native: "native" });
});

test("a dependency of two workspaces leaves only with both", () => {
  const graph = graphOf({ "": "", one: "a", two: "a b", a: "c" }, ["", "one", "two"]);
  assert.deepEqual(plain(dominators(graph)), { a: "a c", b: "b" });
  assert.deepEqual(plain(dominators(graph, { perWorkspace: true })), {
    [entryKey("one", "a")]: "",
    [entryKey("two", "a")]: "",
    [entryKey("two", "b")]: "b",
  });
});

test("a workspace that another one depends on is no package and holds none", () => {
  const graph = graphOf({ "": "one", one: "a", two: "one" }, ["", "one", "two"]);
  assert.deepEqual(plain(dominators(graph)), { a: "a" });
});

test("without development, a package shared with production belongs to production", () => {
  const graph = graphOf({ "": "a tool!", a: "c", tool: "c" });
  assert.deepEqual(plain(dominators(graph)), { a: "a", tool: "tool" });
  assert.deepEqual(plain(dominators(graph, { production: true })), { a: "a c" });
});

test("what two dependencies share goes when both go", () => {
  const graph = graphOf({ "": "a b e", a: "c", b: "c" });
  assert.deepEqual(
    freedTogether(graph, (name) => name === "a"),
    ["a"],
  );
  assert.deepEqual(freedTogether(graph, (name) => name === "a" || name === "b").sort(), ["a", "b", "c"]);
});

test("names that objects treat specially are names like any other", () => {
  assert.deepEqual(
    [...dominators(graphOf({ "": "__proto__ constructor", constructor: "x" }))].map(([k]) => k),
    ["__proto__", "constructor"],
  );
});

test("agrees with removing each dependency in turn, on random graphs", () => {
  let seed = 7;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let round = 0; round < 300; round++) {
    const size = 2 + random(12);
    const needs: Record<string, string> = { "": "" };
    for (let node = 0; node < size; node++) {
      needs[`p${node}`] = Array.from({ length: random(4) }, () => `p${random(size)}`).join(" ");
    }
    needs[""] = Array.from({ length: 1 + random(4) }, () => `p${random(size)}`).join(" ");
    const graph = graphOf(needs);
    for (const [name, held] of dominators(graph)) {
      const freed = freedTogether(graph, (leaving) => leaving === name);
      assert.deepEqual([...held].sort(), freed.sort(), JSON.stringify({ needs, name }));
    }
  }
});

test("fifty thousand packages, in a chain and in a tangle, are no recursion too deep", () => {
  const size = 50_000;
  const chain: Record<string, string> = { "": "p0" };
  const tangle: Record<string, string> = { "": "p0 p1 p2" };
  for (let i = 0; i < size; i++) {
    chain[`p${i}`] = i + 1 < size ? `p${i + 1} p0` : "";
    tangle[`p${i}`] = [(i * 7 + 1) % size, (i * 13 + 5) % size, (i * 31 + 11) % size].map((to) => `p${to}`).join(" ");
  }
  const graphs = [graphOf(chain), graphOf(tangle)];
  const [first, second] = graphs.map((graph) => dominators(graph));
  assert.equal(first!.get("p0")!.length, size);
  assert.equal([...second!.values()].flat().length <= reachable(graphs[1]!, () => false).size, true);
});

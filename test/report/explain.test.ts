import assert from "node:assert/strict";
import { test } from "node:test";
import type { PackageEdge, PackageGraph, PackageNode } from "../../src/project/graph.ts";
import { reportExplanation } from "../../src/report/explain/explanation.ts";
import { findPaths } from "../../src/report/explain/paths.ts";
import { plainText } from "../../src/report/options.ts";
import { dependency, usageAt } from "./results.ts";

/** A graph from lines "from > to"; an importer's name has no "@". */
function graphOf(...lines: readonly string[]): PackageGraph {
  const nodes = new Map<string, PackageNode>();
  const edges = new Map<string, PackageEdge[]>();
  const add = (label: string): string => {
    const [name = "", version] = label.split("@");
    const facts = {
      locations: [],
      source: "registry" as const,
      peers: undefined,
      installScript: false,
      bytes: 1,
      resolved: undefined,
      integrity: undefined,
      dev: false,
      optional: false,
    };
    nodes.set(label, { id: label, name, version, importer: version === undefined, ...facts });
    return label;
  };
  for (const line of lines) {
    const [from = "", to = ""] = line.split(" > ").map(add);
    edges.set(from, [...(edges.get(from) ?? []), { name: to.split("@")[0] ?? "", kind: "prod", range: "*", to }]);
  }
  const importers = new Map([...nodes.values()].filter(({ importer }) => importer).map(({ id }) => [id, id]));
  return { nodes, edges, importers, source: "package-lock.json", manager: "npm" };
}

test("finds a shortest path from each direct dependency that leads to a package", () => {
  const graph = graphOf(
    "shop > a@1",
    "shop > b@1",
    "shop > ms@2",
    "a@1 > c@1",
    "a@1 > b@1",
    "b@1 > ms@2",
    "c@1 > ms@1",
    "c@1 > a@1",
  );
  assert.deepEqual(findPaths(graph, "ms", { limit: 8 }), [
    ["shop", "ms@2"],
    ["shop", "b@1", "ms@2"],
    ["shop", "a@1", "c@1", "ms@1"],
  ]);
  assert.deepEqual(findPaths(graph, "ms", { limit: 1 }), [["shop", "ms@2"]]);
  assert.deepEqual(findPaths(graph, "absent", { limit: 8 }), []);
});

test("a workspace's dependencies are its own, not those of whoever depends on it", () => {
  assert.deepEqual(findPaths(graphOf("shop > core", "core > ms@2"), "ms", { limit: 8 }), [["core", "ms@2"]]);
});

test("each use shows its source, its verdict, and what it becomes or why it stays", () => {
  const usages = [
    { ...usageAt("a.ts", 1), change: { line: 1, before: "  f(\n    x(1),\n  );", after: "  f(\n    y(1),\n  );" } },
    usageAt("b.ts", 2, { kind: "refuse", reason: "its fill may be longer than one character" }),
  ];
  const text = reportExplanation(
    {
      name: "left-pad",
      paths: { known: false, reason: "no lockfile" },
      dependencies: [dependency("left-pad", { usages })],
    },
    plainText,
  );
  assert.match(text, /^Why it is here\n  unknown: no lockfile\n/);
  assert.match(
    text,
    /  a\.ts:1:7  call, becomes an expression\n      f\(\n    -   x\(1\),\n    \+   y\(1\),\n      \);\n/,
  );
  assert.match(text, /  b\.ts:2:7  call, stays\n    its fill may be longer than one character\n      const padded/);
});

test("a package that others bring says that it goes with them", () => {
  const text = reportExplanation(
    { name: "ms", paths: { known: true, paths: [["shop", "debug@4", "ms@2"]] }, dependencies: [] },
    plainText,
  );
  assert.match(
    text,
    /^ms is no direct dependency: it comes with others, and goes with them\.\n\nWhy it is here\n  shop > debug@4 > ms@2\n$/,
  );
});

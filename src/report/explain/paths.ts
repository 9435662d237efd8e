import type { PackageGraph } from "../../project/graph.ts";

/** From an importer (its name, or its directory) to the package: "name@version" each. */
export type DependencyPath = readonly string[];

/**
 * Why a package is in the tree: for every installed copy, a shortest path from each direct dependency that leads to
 * it, at most `limit` of them, shortest first.
 */
export function findPaths(graph: PackageGraph, name: string, limit: number): DependencyPath[] {
  const targets = new Set(
    [...graph.nodes.values()].filter((node) => node.name === name && !node.importer).map(({ id }) => id),
  );
  const paths: DependencyPath[] = [];
  for (const importer of graph.importers.values()) {
    for (const { to } of graph.edges.get(importer) ?? []) {
      if (to === undefined || graph.nodes.get(to)?.importer === true) continue;
      const path = findShortestPath(graph, to, targets);
      if (path !== undefined) paths.push([importer, ...path].map((id) => describeNode(graph, id)));
    }
  }
  const unique = new Map(paths.map((path) => [path.join("\n"), path]));
  return [...unique.values()].sort((left, right) => left.length - right.length).slice(0, limit);
}

function findShortestPath(graph: PackageGraph, from: string, targets: ReadonlySet<string>): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[from, undefined]]);
  for (const id of cameFrom.keys()) {
    if (targets.has(id)) return walkBack(cameFrom, id);
    for (const { to } of graph.edges.get(id) ?? []) if (to !== undefined && !cameFrom.has(to)) cameFrom.set(to, id);
  }
  return undefined;
}

function walkBack(cameFrom: ReadonlyMap<string, string | undefined>, end: string): string[] {
  const path: string[] = [];
  for (let id: string | undefined = end; id !== undefined; id = cameFrom.get(id)) path.unshift(id);
  return path;
}

function describeNode(graph: PackageGraph, id: string): string {
  const node = graph.nodes.get(id);
  if (node === undefined) return id;
  return node.version === undefined || node.importer
    ? node.name || id || "this project"
    : `${node.name}@${node.version}`;
}

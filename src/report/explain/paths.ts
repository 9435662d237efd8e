import type { PackageGraph } from "../../project/graph.ts";

/** From an importer (its name, or its directory) to the package: "name@version" each. */
export type DependencyPath = readonly string[];

export interface PathOptions {
  /** The most paths to give. */
  readonly limit: number;
  /** Directories of the workspaces to start from; all when absent. */
  readonly workspaces?: ReadonlySet<string>;
}

/**
 * Why a package is in the tree: for every installed copy, a shortest path from each direct dependency that leads to
 * it, shortest first.
 */
export function findPaths(graph: PackageGraph, name: string, { limit, workspaces }: PathOptions): DependencyPath[] {
  const targets = new Set(
    [...graph.nodes.values()].filter((node) => node.name === name && !node.importer).map(({ id }) => id),
  );
  const paths: DependencyPath[] = [];
  for (const [directory, importer] of graph.importers) {
    if (workspaces?.has(directory) === false) continue;
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

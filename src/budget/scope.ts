/** What one check looks at: the whole tree, or what one workspace needs of it. */
import { reachable } from "../project/dominators.ts";
import type { PackageEdge, PackageGraph, PackageNode } from "../project/graph.ts";
import type { ProjectTree } from "../project/tree.ts";

export interface Scope {
  /** Directory of the workspace; undefined for the whole project. */
  readonly workspace: string | undefined;
  /** Cut down to what the workspace needs. */
  readonly graph: PackageGraph;
  /** Without the root and the workspaces, and without what an exception takes out. */
  readonly packages: readonly PackageNode[];
  /** Those of them that production needs. */
  readonly production: readonly PackageNode[];
  /** Names of direct dependencies, workspaces left out. */
  readonly direct: ReadonlySet<string>;
}

/** The whole tree, without the packages that are not counted. */
export function wholeScope(project: ProjectTree, graph: PackageGraph, counts: (node: PackageNode) => boolean): Scope {
  const packages = [...graph.nodes.values()].filter((node) => !node.importer && counts(node));
  const production = packages.filter(({ dev }) => !dev);
  return { workspace: undefined, graph, packages, production, direct: directNames(project, graph, undefined, counts) };
}

/**
 * What a workspace needs: its own dependencies with all they need, and what the workspaces it depends on need in
 * production. Empty for a workspace that is not there.
 */
export function workspaceScope(
  project: ProjectTree,
  graph: PackageGraph,
  workspace: string,
  counts: (node: PackageNode) => boolean,
): Scope {
  const cut = cutToWorkspace(graph, workspace);
  const reached = reachable(cut, () => false);
  const inProduction = reachable(cut, () => false, { production: true });
  const packages = [...cut.nodes.values()].filter((node) => reached.has(node.id) && counts(node));
  const production = packages.filter(({ id }) => inProduction.has(id));
  return { workspace, graph: cut, packages, production, direct: directNames(project, graph, workspace, counts) };
}

function cutToWorkspace(graph: PackageGraph, workspace: string): PackageGraph {
  const first = graph.importers.get(workspace);
  if (first === undefined) return { ...graph, importers: new Map() };
  const directories = new Map([...graph.importers].map(([directory, id]) => [id, directory]));
  const importers = new Map([[workspace, first]]);
  const edges = new Map(graph.edges);
  const waiting = [first];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const own = (graph.edges.get(id) ?? []).filter(({ kind }) => id === first || kind !== "dev");
    edges.set(id, own);
    for (const to of linkedImporters(own, graph)) {
      const directory = directories.get(to);
      if (directory === undefined || importers.has(directory)) continue;
      importers.set(directory, to);
      waiting.push(to);
    }
  }
  return { ...graph, importers, edges };
}

function linkedImporters(edges: readonly PackageEdge[], graph: PackageGraph): string[] {
  return edges.flatMap(({ to, optionalPeer }) => {
    return to !== undefined && optionalPeer !== true && graph.nodes.get(to)?.importer === true ? [to] : [];
  });
}

function directNames(
  { manifests }: ProjectTree,
  graph: PackageGraph,
  workspace: string | undefined,
  counts: (node: PackageNode) => boolean,
): ReadonlySet<string> {
  const own = new Set(manifests.map(({ name }) => name));
  const names = new Set<string>();
  for (const { directory, dependencies } of manifests) {
    if (workspace !== undefined && directory !== workspace) continue;
    const targets = new Map(
      (graph.edges.get(graph.importers.get(directory) ?? "") ?? []).map(({ name, to }) => [name, to]),
    );
    for (const { name } of dependencies) {
      const node = graph.nodes.get(targets.get(name) ?? "");
      const isCounted = node === undefined || node.importer || counts(node);
      if (!own.has(name) && isCounted) names.add(name);
    }
  }
  return names;
}

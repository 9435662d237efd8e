/** What each direct dependency alone holds in the tree, and what leaves when several go together. */
import { dominatorTree } from "./dominator-tree.ts";
import type { PackageEdge, PackageGraph } from "./graph.ts";

export interface DominatorOptions {
  /** Leaves development dependencies aside, as `npm install --omit=dev` does. */
  readonly production?: boolean;
  /** Asks for each entry of each manifest, keyed by `entryKey`, instead of each name in all manifests together. */
  readonly perWorkspace?: boolean;
}

/** Key of one manifest's entry. A workspace's directory holds no NUL, nor does a package name. */
export function entryKey(workspace: string, name: string): string {
  return `${workspace}\0${name}`;
}

/**
 * For every direct dependency, the ids of the packages that leave the tree when it leaves every manifest (or, with
 * `perWorkspace`, that one manifest): what it dominates, itself included, in the order of the graph's nodes. A
 * dependency that something else needs too holds nothing. Workspaces are needed by the project itself and never leave.
 */
export function dominators(
  graph: PackageGraph,
  options: DominatorOptions = {},
): ReadonlyMap<string, readonly string[]> {
  const ids = [...graph.nodes.keys()];
  const direct = directTargets(graph, options);
  const firstPackage = 1 + direct.size;
  const numbers = new Map(ids.map((id, index) => [id, firstPackage + index]));
  const successors: number[][] = [[...direct.keys()].map((_, index) => 1 + index)];
  for (const targets of direct.values()) successors.push([...targets].map((id) => numbers.get(id)!));
  for (const id of ids) successors.push(keptTargets(graph, id, options).map((to) => numbers.get(to)!));

  const { order, immediate } = dominatorTree(successors);
  const holder = new Int32Array(successors.length);
  for (const node of order) holder[node] = node < firstPackage ? node : holder[immediate[node]!]!;

  const held: string[][] = [[], ...[...direct.keys()].map(() => [])];
  ids.forEach((id, index) => held[holder[firstPackage + index]!]!.push(id));
  return new Map([...direct.keys()].map((key, index) => [key, held[1 + index]!]));
}

/**
 * Ids of the packages that leave the tree when every entry that `leaves` names leaves its manifest. Removals are not
 * additive: what two dependencies share goes only when both go.
 */
export function freedTogether(graph: PackageGraph, leaves: (name: string, workspace: string) => boolean): string[] {
  const before = reachable(graph, () => false);
  const after = reachable(graph, leaves);
  return [...before].filter((id) => !after.has(id));
}

/** Ids of the packages some importer needs, without the entries that leave. */
export function reachable(
  graph: PackageGraph,
  leaves: (name: string, workspace: string) => boolean,
  options: DominatorOptions = {},
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting: string[] = [];
  const visit = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    waiting.push(id);
  };
  for (const [workspace, importer] of graph.importers) {
    for (const edge of graph.edges.get(importer) ?? []) {
      if (edge.to === undefined || !keeps(graph, edge, options) || leaves(edge.name, workspace)) continue;
      visit(edge.to);
    }
  }
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) keptTargets(graph, id, options).forEach(visit);
  return found;
}

function directTargets(graph: PackageGraph, options: DominatorOptions): Map<string, Set<string>> {
  const direct = new Map<string, Set<string>>();
  for (const [workspace, importer] of graph.importers) {
    for (const edge of graph.edges.get(importer) ?? []) {
      if (edge.to === undefined || !keeps(graph, edge, options)) continue;
      const key = options.perWorkspace ? entryKey(workspace, edge.name) : edge.name;
      const targets = direct.get(key) ?? new Set();
      direct.set(key, targets.add(edge.to));
    }
  }
  return direct;
}

/** Ids of the packages that stay in the tree for the sake of a package; of an importer's none. */
export function keptTargets(graph: PackageGraph, id: string, options: DominatorOptions = {}): string[] {
  if (graph.nodes.get(id)?.importer !== false) return [];
  const targets: string[] = [];
  for (const edge of graph.edges.get(id) ?? []) {
    if (edge.to !== undefined && keeps(graph, edge, options)) targets.push(edge.to);
  }
  return targets;
}

/** Whether the edge's end stays in the tree for its sake. */
function keeps(graph: PackageGraph, edge: PackageEdge, options: DominatorOptions): boolean {
  if (edge.optionalPeer === true || (options.production === true && edge.kind === "dev")) return false;
  return edge.to !== undefined && graph.nodes.get(edge.to)?.importer === false;
}

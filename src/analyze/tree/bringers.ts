/** Which entries of the manifests lead to the packages of a graph. */
import { keptTargets } from "../../project/dominators.ts";
import type { PackageGraph } from "../../project/graph.ts";
import type { EntryName } from "../analysis.ts";

/** For each of these ids, the entries it is in the tree for, each once, in the order of the manifests. */
export function bringersOf(graph: PackageGraph, ids: ReadonlySet<string>): ReadonlyMap<string, readonly EntryName[]> {
  const found = new Map<string, EntryName[]>([...ids].map((id) => [id, []]));
  for (const [workspace, importer] of graph.importers) {
    const targets = new Map<string, string[]>();
    for (const { name, to, optionalPeer } of graph.edges.get(importer) ?? []) {
      if (to === undefined || optionalPeer === true || graph.nodes.get(to)?.importer !== false) continue;
      targets.set(name, [...(targets.get(name) ?? []), to]);
    }
    for (const [name, roots] of targets) {
      for (const id of reachedFrom(graph, roots)) found.get(id)?.push({ name, workspace });
    }
  }
  return found;
}

/** Targets of each package, found once for a graph: workspaces ask for the same packages again and again. */
const known = new WeakMap<PackageGraph, Map<string, readonly string[]>>();

/** Ids that these lead to, themselves included. */
export function reachedFrom(graph: PackageGraph, roots: readonly string[]): ReadonlySet<string> {
  const targets = known.get(graph) ?? new Map<string, readonly string[]>();
  known.set(graph, targets);
  const seen = new Set(roots);
  for (const id of seen) {
    let own = targets.get(id);
    if (own === undefined) targets.set(id, (own = keptTargets(graph, id)));
    for (const to of own) seen.add(to);
  }
  return seen;
}

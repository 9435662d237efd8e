import { dominators, entryKey, freedTogether } from "../project/dominators.ts";
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import type { Dependency, Project } from "../project/project.ts";
import type { Footprint } from "./analysis.ts";
import { typesPackage } from "./tools/specifier.ts";

/** What each entry of each manifest alone holds, found once for a graph. */
const held = new WeakMap<PackageGraph, ReadonlyMap<string, readonly string[]>>();

/** What leaves the tree with one dependency: the packages nothing else holds. See `footprintOfSet`. */
export function footprintOf(project: Project, dependency: Dependency): Footprint {
  if (!project.graph.known) return { known: false, reason: project.graph.reason };
  const { graph } = project.graph;
  const { name, workspace } = dependency;
  if (isInTree(graph, { ...dependency, name: typesPackage(name) })) return footprintOfSet(project, [dependency]);
  if (!isInTree(graph, dependency)) return { known: false, reason: `${name} is not in ${graph.source}` };
  let table = held.get(graph);
  if (table === undefined) held.set(graph, (table = dominators(graph, { perWorkspace: true })));
  return measure(graph, table.get(entryKey(workspace, name)) ?? []);
}

/**
 * What leaves the tree when all of these leave their manifests at once; less or more than the sum of each alone. A
 * package stays while another workspace, or a package that stays, still holds it. `@types/x` of the same manifest goes
 * with `x`. Bytes are those on disk, so a package for another platform has none; they are undefined when a package that
 * belongs here is not installed.
 */
export function footprintOfSet(project: Project, dependencies: readonly Dependency[]): Footprint {
  if (!project.graph.known) return { known: false, reason: project.graph.reason };
  const { graph } = project.graph;
  const leaving = new Set<string>();
  for (const { name, workspace } of dependencies) {
    leaving.add(entryKey(workspace, name)).add(entryKey(workspace, typesPackage(name)));
  }
  const freed = freedTogether(graph, (name, workspace) => leaving.has(entryKey(workspace, name)));
  return measure(graph, freed);
}

/** What leaves with these ids. */
export function measure(graph: PackageGraph, ids: readonly string[]): Footprint {
  const packages: string[] = [];
  const installScripts: string[] = [];
  let bytes: number | undefined = 0;
  let scriptsKnown = true;
  for (const id of ids) {
    const node = graph.nodes.get(id);
    if (node === undefined) continue;
    const label = labelOf(node);
    packages.push(label);
    if (node.installScript === true) installScripts.push(label);
    if (node.installScript === "unknown") scriptsKnown = false;
    const size = node.bytes ?? (node.optional ? 0 : undefined);
    bytes = bytes === undefined || size === undefined ? undefined : bytes + size;
  }
  return {
    known: true,
    packages: packages.sort(),
    bytes,
    installScripts: scriptsKnown ? installScripts.sort() : "unknown",
  };
}

function isInTree(graph: PackageGraph, { name, workspace }: Dependency): boolean {
  const importer = graph.importers.get(workspace);
  return (
    importer !== undefined &&
    (graph.edges.get(importer) ?? []).some((edge) => edge.name === name && edge.to !== undefined)
  );
}

/** A package as a footprint names it: "once@1.4.0". */
export function labelOf({ name, version }: PackageNode): string {
  return `${name}@${version ?? "unknown"}`;
}

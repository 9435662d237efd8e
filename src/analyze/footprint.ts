import { freedTogether } from "../project/dominators.ts";
import type { PackageGraph } from "../project/graph.ts";
import type { Dependency, Project } from "../project/project.ts";
import type { Footprint } from "./analysis.ts";
import { typesPackage } from "./tools/specifier.ts";

/** What leaves the tree with one dependency: the packages nothing else holds. See `footprintOfSet`. */
export function footprintOf(project: Project, dependency: Dependency): Footprint {
  return footprintOfSet(project, [dependency]);
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
    leaving.add(entry(name, workspace)).add(entry(typesPackage(name), workspace));
  }
  const unknown = dependencies.find((dependency) => !isInTree(graph, dependency));
  if (unknown !== undefined && dependencies.length === 1) {
    return { known: false, reason: `${unknown.name} is not in ${graph.source}` };
  }
  const freed = freedTogether(graph, (name, workspace) => leaving.has(entry(name, workspace)));
  return measure(graph, freed);
}

function measure(graph: PackageGraph, ids: readonly string[]): Footprint {
  const packages: string[] = [];
  const installScripts: string[] = [];
  let bytes: number | undefined = 0;
  let scriptsKnown = true;
  for (const id of ids) {
    const node = graph.nodes.get(id);
    if (node === undefined) continue;
    const label = `${node.name}@${node.version ?? "unknown"}`;
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

function entry(name: string, workspace: string): string {
  return `${workspace}\0${name}`;
}

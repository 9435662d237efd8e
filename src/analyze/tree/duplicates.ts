/** Packages that the tree has in several versions. */
import semver from "semver";
import type { PackageGraph } from "../../project/graph.ts";
import type { Project } from "../../project/project.ts";
import type { Duplicate } from "../analysis.ts";
import { bringersOf } from "./bringers.ts";

/** Most versions first; undefined while the tree is unknown. Two copies of one version are no duplicate here. */
export function findDuplicates({ graph: reading, manifests }: Pick<Project, "graph" | "manifests">) {
  if (!reading.known) return undefined;
  const { graph } = reading;
  const byName = new Map<string, Map<string, string[]>>();
  for (const { id, name, version, importer } of graph.nodes.values()) {
    if (importer || version === undefined) continue;
    const versions = byName.get(name) ?? new Map<string, string[]>();
    byName.set(name, versions.set(version, [...(versions.get(version) ?? []), id]));
  }
  const several = [...byName].filter(([, versions]) => versions.size > 1);
  const ids = new Set(several.flatMap(([, versions]) => [...versions.values()].flat()));
  const bringers = bringersOf(graph, ids);
  const askers = askersOf(graph, ids, new Map(manifests.map(({ directory, path }) => [directory, path])));
  const found = several.map(([name, versions]): Duplicate => ({
    name,
    versions: [...versions]
      .sort(
        ([a], [b]) => semver.compareLoose(semver.valid(a) ?? "0.0.0", semver.valid(b) ?? "0.0.0") || (a < b ? -1 : 1),
      )
      .map(([version, copies]) => ({
        version,
        askedBy: [...new Set(copies.flatMap((id) => askers.get(id) ?? []))].sort(),
        broughtBy: [
          ...new Map(
            copies
              .flatMap((id) => bringers.get(id) ?? [])
              .map((entry) => [`${entry.workspace}\0${entry.name}`, entry] as const),
          ).values(),
        ],
      })),
  }));
  return found.sort((a, b) => b.versions.length - a.versions.length || (a.name < b.name ? -1 : 1));
}

/** "name@version" of the packages, and paths of the manifests, that ask for each of these. */
function askersOf(graph: PackageGraph, ids: ReadonlySet<string>, manifests: ReadonlyMap<string, string>) {
  const found = new Map<string, string[]>();
  for (const [from, edges] of graph.edges) {
    const node = graph.nodes.get(from);
    for (const { to } of edges) {
      if (to === undefined || node === undefined || !ids.has(to)) continue;
      const asker = node.importer
        ? (manifests.get(from) ?? "package.json")
        : `${node.name}@${node.version ?? "unknown"}`;
      found.set(to, [...(found.get(to) ?? []), asker]);
    }
  }
  return found;
}

/** Packages deeper in the tree that something replaces, and which direct dependency brings each. */
import semver from "semver";
import type { Catalog } from "../../catalog/catalog.ts";
import type { PackageGraph, PackageNode } from "../../project/graph.ts";
import type { Project } from "../../project/project.ts";
import type { DeeperPackage, EntryName } from "../analysis.ts";
import { adviceFor } from "../dependencies/advice.ts";
import { bringersOf, reachedFrom } from "./bringers.ts";

/**
 * What nobody here asks for and the platform has by now: a project gets rid of it only through what brings it. Those that
 * most direct dependencies bring come last, the ones a single update could end first; undefined while the tree is unknown.
 */
export function findDeeper(project: Project, catalog: Catalog): readonly DeeperPackage[] | undefined {
  if (!project.graph.known) return undefined;
  const { graph } = project.graph;
  const direct = new Set(
    [...graph.importers.values()].flatMap((importer) =>
      (graph.edges.get(importer) ?? []).flatMap(({ to }) => to ?? []),
    ),
  );
  const floor = project.manifests[0]?.floor ?? { node: undefined, source: "unknown", browser: false };
  const replacements = new Map<string, string | undefined>();
  const replacementOf = (name: string): string | undefined => {
    if (!replacements.has(name)) {
      // Recipes are read for direct dependencies alone: of the others the catalogue knows that there is one.
      const own = catalog.get(name)?.eras[0]?.replacement;
      const advice = own === undefined ? adviceFor(name, floor) : undefined;
      const named = advice?.kind === "native" ? advice.replacement : undefined;
      replacements.set(name, own ?? named ?? (catalog.names.has(name) ? "the standard library" : undefined));
    }
    return replacements.get(name);
  };
  const nodes = [...graph.nodes.values()].filter(
    ({ id, importer, name, version }) =>
      !importer &&
      version !== undefined &&
      !direct.has(id) &&
      !name.startsWith("@types/") &&
      replacementOf(name) !== undefined,
  );
  const bringers = bringersOf(graph, new Set(nodes.map(({ id }) => id)));
  const reach = new Map<string, ReadonlySet<string>>();
  const found = nodes.flatMap((node): DeeperPackage[] => {
    const entries = bringers.get(node.id) ?? [];
    const replacement = replacementOf(node.name);
    if (entries.length === 0 || replacement === undefined) return [];
    const broughtBy = entries.map((entry) => ({ ...entry, without: withoutIt(graph, entry, node, reach) }));
    return [{ name: node.name, version: node.version ?? "", replacement, broughtBy }];
  });
  const order = (one: DeeperPackage) => `${one.name}@${one.version}`;
  return found.sort((a, b) => a.broughtBy.length - b.broughtBy.length || (order(a) < order(b) ? -1 : 1));
}

/**
 * Whether the range of a direct dependency allows a version that does not bring the package. Files alone tell it in two
 * cases: the range names one version only, or another version in it is in the tree as well.
 */
function withoutIt(
  graph: PackageGraph,
  { name, workspace }: EntryName,
  node: PackageNode,
  reach: Map<string, ReadonlySet<string>>,
): DeeperPackage["broughtBy"][number]["without"] {
  const edges = graph.edges.get(graph.importers.get(workspace) ?? "") ?? [];
  const edge = edges.find((one) => one.name === name && one.to !== undefined);
  const installed = graph.nodes.get(edge?.to ?? "");
  if (edge === undefined || installed === undefined) return { kind: "unknown" };
  const range = edge.range.replace(/^npm:(?=[^@a-z]|v?\d)/i, "");
  if (semver.valid(range) !== null) return { kind: "no" };
  if (semver.validRange(range) === null) return { kind: "unknown" };
  for (const other of graph.nodes.values()) {
    if (other.name !== installed.name || other.id === installed.id || other.version === undefined) continue;
    if (other.version === installed.version || !semver.satisfies(other.version, range)) continue;
    const reached = reach.get(other.id) ?? reachedFrom(graph, [other.id]);
    reach.set(other.id, reached);
    if (![...reached].some((id) => graph.nodes.get(id)?.name === node.name))
      return { kind: "yes", version: other.version };
  }
  return { kind: "unknown" };
}

/** Packages by what they are, each with the way it comes into the tree. */
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import { placeOfEntry } from "../project/place.ts";
import type { ProjectTree } from "../project/tree.ts";
import type { Chain, NamedPackage } from "./result.ts";

/** The distinct versions of some copies, sorted. */
export function versionsOf(nodes: readonly PackageNode[]): string[] {
  return [...new Set(nodes.map(({ version }) => version ?? "unknown"))].sort();
}

/** Tells packages by their copies; the ways into the tree are looked for once. */
export function createNaming(project: ProjectTree, graph: PackageGraph) {
  let steps: ReadonlyMap<string, Step> | undefined;
  return (identity: string, nodes: readonly PackageNode[]): NamedPackage => {
    steps ??= stepsInto(graph);
    const chains = nodes.flatMap(({ id }) => chainTo(id, steps ?? new Map(), project, graph) ?? []);
    const bytes = nodes.map((node) => node.bytes);
    const scripts = nodes.map(({ installScript }) => installScript);
    return {
      identity,
      name: nodes[0]?.name ?? identity,
      versions: versionsOf(nodes),
      chain: chains.sort((a, b) => a.packages.length - b.packages.length)[0],
      installScript: scripts.includes(true) ? true : scripts.includes("unknown") ? "unknown" : false,
      bytes: bytes.includes(undefined) ? undefined : bytes.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    };
  };
}

/** The edge by which a node is first reached; `from` is an importer at the start of a chain. */
interface Step {
  readonly from: string;
  readonly name: string;
}

/** Breadth first from the importers, the root's own dependencies before those of the workspaces. */
function stepsInto(graph: PackageGraph): ReadonlyMap<string, Step> {
  const steps = new Map<string, Step>();
  let front = [...graph.importers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, id]) => id);
  while (front.length > 0) {
    const next: string[] = [];
    for (const from of front) {
      for (const { name, to } of graph.edges.get(from) ?? []) {
        if (to === undefined || steps.has(to) || graph.nodes.get(to)?.importer !== false) continue;
        steps.set(to, { from, name });
        next.push(to);
      }
    }
    front = next;
  }
  return steps;
}

function chainTo(
  id: string,
  steps: ReadonlyMap<string, Step>,
  { manifests }: ProjectTree,
  graph: PackageGraph,
): Chain | undefined {
  const packages: string[] = [];
  for (let at = id; ;) {
    const step = steps.get(at);
    const node = graph.nodes.get(at);
    if (step === undefined || node === undefined) return undefined;
    packages.unshift(`${node.name}@${node.version ?? "unknown"}`);
    if (graph.nodes.get(step.from)?.importer === true) {
      const workspace = [...graph.importers].find(([, importer]) => importer === step.from)?.[0] ?? "";
      const manifest = manifests.find(({ directory }) => directory === workspace);
      return { workspace, packages, place: manifest && placeOfEntry(manifest, step.name) };
    }
    at = step.from;
  }
}

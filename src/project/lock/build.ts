/** From what a lockfile tells to the graph: nodes with their sizes, and what is reached only through what. */
import type { ProjectDisk } from "../disk.ts";
import type { Manager, PackageEdge, PackageGraph, PackageNode } from "../graph.ts";
import type { RawManifest } from "../manifest.ts";
import type { LockContent, LockedPackage } from "./format.ts";
import { askInstalled, measure, runsInstallScript } from "./installed.ts";
import { locateInstalled } from "./locate.ts";

export interface GraphOrigin {
  readonly manager: Manager;
  /** The file, relative to the root. */
  readonly source: string;
  readonly disk: ProjectDisk;
}

export function buildGraph(
  content: LockContent,
  manifests: readonly RawManifest[],
  { manager, source, disk }: GraphOrigin,
): PackageGraph {
  const edges = new Map<string, readonly PackageEdge[]>(content.packages.map(({ id, edges: own }) => [id, own]));
  for (const { directory } of manifests) edges.set(directory, content.importers.get(directory) ?? []);
  const importers = new Map(manifests.map(({ directory }) => [directory, directory]));
  const withoutDev = reach(edges, importers, (edge) => edge.kind !== "dev");
  const withoutOptional = reach(edges, importers, (edge) => edge.kind !== "optional");
  const reached = reach(edges, importers, () => true);
  let found: ReadonlyMap<string, readonly string[]> | undefined;
  const located = (id: string) => (found ??= locateInstalled(disk, edges, importers)).get(id) ?? [];
  const nodes = [
    ...manifests.map((manifest) => importerNode(manifest, disk)),
    ...content.packages.map((entry) => {
      const dev = reached.has(entry.id) && !withoutDev.has(entry.id);
      const optional = reached.has(entry.id) && !withoutOptional.has(entry.id);
      return packageNode(entry, { dev, optional, disk, located });
    }),
  ];
  nodes.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { nodes: new Map(nodes.map((node) => [node.id, node])), edges, importers, source, manager };
}

function importerNode(manifest: RawManifest, disk: ProjectDisk): PackageNode {
  const { directory } = manifest;
  return {
    id: directory,
    name: manifest.name ?? "",
    version: undefined,
    importer: true,
    locations: [directory],
    source: "workspace",
    peers: undefined,
    get installScript() {
      return runsInstallScript(disk, directory === "" ? "." : directory, manifest.json);
    },
    bytes: undefined,
    resolved: undefined,
    integrity: undefined,
    dev: false,
    optional: false,
  };
}

interface NodeFacts extends Pick<PackageNode, "dev" | "optional"> {
  readonly disk: ProjectDisk;
  readonly located: (id: string) => readonly string[];
}

function packageNode(entry: LockedPackage, { dev, optional, disk, located }: NodeFacts): PackageNode {
  let bytes: { readonly count: number | undefined } | undefined;
  const { id, name, version, source, peers, resolved, integrity } = entry;
  return {
    ...{ id, name, version, importer: false, source, peers, resolved, integrity, dev, optional },
    get locations() {
      return entry.locations ?? located(id);
    },
    get installScript() {
      return entry.installScript ?? askInstalled(disk, this.locations, version);
    },
    get bytes() {
      bytes ??= { count: measure(disk, this.locations, version) };
      return bytes.count;
    },
  };
}

function reach(
  edges: ReadonlyMap<string, readonly PackageEdge[]>,
  importers: ReadonlyMap<string, string>,
  follows: (edge: PackageEdge) => boolean,
): ReadonlySet<string> {
  const found = new Set(importers.values());
  const waiting = [...found];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const edge of edges.get(id) ?? []) {
      if (edge.to === undefined || edge.optionalPeer === true || !follows(edge) || found.has(edge.to)) continue;
      found.add(edge.to);
      waiting.push(edge.to);
    }
  }
  return found;
}

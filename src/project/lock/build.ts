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
  const ways = reach(edges, importers);
  let found: ReadonlyMap<string, readonly string[]> | undefined;
  const located = (id: string) => (found ??= locateInstalled(disk, edges, importers)).get(id) ?? [];
  const nodes = new Map<string, PackageNode>(
    manifests.map((manifest) => [manifest.directory, importerNode(manifest, disk)]),
  );
  for (const entry of content.packages) {
    const way = ways.get(entry.id) ?? plain | withoutDev | withoutOptional;
    const [dev, optional] = [(way & withoutDev) === 0, (way & withoutOptional) === 0];
    nodes.set(entry.id, packageNode(entry, { dev, optional, disk, located }));
  }
  // Sorting texts alone needs no comparison written here, which would take longer than the rest.
  const sorted = [...nodes.keys()].sort().flatMap((id) => nodes.get(id) ?? []);
  return { nodes: new Map(sorted.map((node) => [node.id, node])), edges, importers, source, manager };
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
    id,
    name,
    version,
    importer: false,
    source,
    peers,
    resolved,
    integrity,
    dev,
    optional,
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

/** How a package is reached: at all, without development dependencies, without optional ones. */
const plain = 1;
const withoutDev = 2;
const withoutOptional = 4;

/** For each id that is reached, in which of the three ways. One walk: a node is met again only when a way is added. */
function reach(
  edges: ReadonlyMap<string, readonly PackageEdge[]>,
  importers: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> {
  const ways = new Map<string, number>();
  const waiting: string[] = [];
  const meet = (id: string, bits: number) => {
    const known = ways.get(id) ?? 0;
    if ((known | bits) === known) return;
    ways.set(id, known | bits);
    waiting.push(id);
  };
  for (const id of importers.values()) meet(id, plain | withoutDev | withoutOptional);
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const bits = ways.get(id) ?? 0;
    for (const { kind, to, optionalPeer } of edges.get(id) ?? []) {
      if (to === undefined || optionalPeer === true) continue;
      meet(to, kind === "dev" ? bits & ~withoutDev : kind === "optional" ? bits & ~withoutOptional : bits);
    }
  }
  return ways;
}

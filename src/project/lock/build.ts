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
  const edges = new Map<string, readonly PackageEdge[]>();
  for (const { id, edges: own } of content.packages) edges.set(id, own);
  for (const { directory } of manifests) edges.set(directory, content.importers.get(directory) ?? []);
  const importers = new Map(manifests.map(({ directory }) => [directory, directory]));
  const ways = reach(edges, importers);
  let found: ReadonlyMap<string, readonly string[]> | undefined;
  const located = ({ id }: LockedPackage) => (found ??= locateInstalled(disk, edges, importers)).get(id) ?? [];
  const facts = { disk, located: content.locate ?? located };
  const nodes = new Map<string, PackageNode>(
    manifests.map((manifest) => [manifest.directory, importerNode(manifest, disk)]),
  );
  for (const entry of content.packages) {
    const way = ways.get(entry.id) ?? plain | withoutDev | withoutOptional;
    nodes.set(entry.id, packageNode(entry, way, facts));
  }
  // Sorting texts alone needs no comparison written here, which would take longer than the rest.
  const sorted = new Map<string, PackageNode>();
  for (const id of [...nodes.keys()].sort()) sorted.set(id, nodes.get(id)!);
  return { nodes: sorted, edges, importers, source, manager };
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

interface Surroundings {
  readonly disk: ProjectDisk;
  readonly located: (entry: LockedPackage) => readonly string[];
}

/** What each node has for itself. */
interface OwnFacts extends Pick<PackageNode, "id" | "name" | "version" | "importer" | "dev" | "optional"> {
  readonly entry: LockedPackage;
  readonly around: Surroundings;
  size: { readonly count: number | undefined } | undefined;
}

type SharedFacts = Omit<PackageNode, keyof OwnFacts>;

function packageNode(entry: LockedPackage, way: number, around: Surroundings): PackageNode {
  const { id, name, version } = entry;
  const [dev, optional] = [(way & withoutDev) === 0, (way & withoutOptional) === 0];
  const own: OwnFacts = { id, name, version, importer: false, dev, optional, entry, around, size: undefined };
  return Object.setPrototypeOf(own, shared);
}

/** Getters of all nodes in one object: made for each of thousands they would take longer than all else here. */
const shared: SharedFacts & ThisType<OwnFacts & SharedFacts> = {
  get source() {
    return this.entry.source;
  },
  get peers() {
    return this.entry.peers;
  },
  get resolved() {
    return this.entry.resolved;
  },
  get integrity() {
    return this.entry.integrity;
  },
  get locations() {
    return this.entry.locations ?? this.around.located(this.entry);
  },
  get installScript() {
    return this.entry.installScript ?? askInstalled(this.around.disk, this.locations, this.version);
  },
  get bytes() {
    this.size ??= { count: measure(this.around.disk, this.locations, this.version) };
    return this.size.count;
  },
};

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

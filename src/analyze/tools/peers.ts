import type { PackageGraph } from "../../project/graph.ts";
import type { Manifest, Project } from "../../project/project.ts";
import { isRecord, readInstalledManifest } from "../installed/manifest.ts";
import type { Collector, Place } from "./collector.ts";
import { entryOf } from "./manifests.ts";

/**
 * Packages asked for as a peer by another dependency of the same manifest, or by what that one brings. The usage stands
 * at the asking dependency's entry and its specifier is that dependency, so that a reader can drop it when the asker
 * goes too. An optional peer counts when a direct dependency asks: it is used when present. Besides the graph, what is
 * installed is asked: not every lockfile has the peers of a package, and none has one that is only marked as optional.
 */
export function findPeers(project: Project, collector: Collector): void {
  for (const manifest of project.manifests) {
    const place: Place = { path: manifest.path, workspace: manifest.directory, text: manifest.text };
    const direct = new Set(manifest.dependencies.map(({ name }) => name));
    const asked = [...direct].filter((name) => collector.names.has(name));
    if (asked.length === 0) continue;
    const ofGraph = project.graph.known ? graphAskers(project, project.graph.graph, manifest, asked) : undefined;
    const installed = installedAskers(project, manifest, asked, direct);
    for (const name of asked) {
      for (const asker of new Set([...(ofGraph?.get(name) ?? []), ...(installed.get(name) ?? [])])) {
        const entry = entryOf(manifest, asker);
        if (entry !== undefined) collector.add(place, entry, [name], "peer", asker);
      }
    }
  }
}

type Askers = ReadonlyMap<string, ReadonlySet<string>>;

/** Follows the graph backwards from every package that asks for `name`, never through `name` itself. */
function graphAskers(project: Project, graph: PackageGraph, manifest: Manifest, names: readonly string[]): Askers {
  const importer = graph.importers.get(manifest.directory);
  if (importer === undefined) return new Map();
  const direct = new Map<string, string[]>();
  for (const edge of graph.edges.get(importer) ?? []) {
    if (edge.to !== undefined) direct.set(edge.to, [...(direct.get(edge.to) ?? []), edge.name]);
  }
  const needers = new Map<string, string[]>();
  const peers = new Map<string, { from: string; optional: boolean }[]>();
  for (const [from, edges] of graph.edges) {
    if (graph.nodes.get(from)?.importer !== false) continue;
    for (const edge of edges) {
      if (edge.to === undefined) continue;
      if (edge.kind !== "peer") append(needers, edge.to, from);
      else append(peers, edge.to, { from, optional: edge.optionalPeer === true });
    }
  }
  if (!tellsPeers(graph)) {
    for (const [from, node] of graph.nodes) {
      const peersOf = node.importer ? undefined : peersOfInstalled(project, node.name, manifest);
      for (const [name, optional] of peersOf ?? []) {
        const to = (graph.edges.get(importer) ?? []).find((edge) => edge.name === name)?.to;
        if (to !== undefined) append(peers, to, { from, optional });
      }
    }
  }
  const askers = new Map<string, Set<string>>();
  for (const name of names) {
    const target = (graph.edges.get(importer) ?? []).find((edge) => edge.name === name)?.to;
    if (target === undefined) continue;
    const found = new Set<string>();
    const seen = new Set([target]);
    const waiting: string[] = [];
    for (const { from, optional } of peers.get(target) ?? []) {
      if (optional) for (const asker of direct.get(from) ?? []) found.add(asker);
      else if (!seen.has(from)) waiting.push(from);
      if (!optional) seen.add(from);
    }
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const asker of direct.get(id) ?? []) found.add(asker);
      for (const from of needers.get(id) ?? []) {
        if (seen.has(from)) continue;
        seen.add(from);
        waiting.push(from);
      }
    }
    found.delete(name);
    if (found.size > 0) askers.set(name, found);
  }
  return askers;
}

/** A yarn.lock of yarn 1 and a deno.lock say nothing of peers; all others do. */
export function tellsPeers({ manager, edges }: PackageGraph): boolean {
  if (manager === "deno") return false;
  return manager !== "yarn" || [...edges.values()].some((own) => own.some(({ kind }) => kind === "peer"));
}

/** What the installed manifests of the direct dependencies say. */
function installedAskers(
  project: Project,
  manifest: Manifest,
  names: readonly string[],
  direct: Iterable<string>,
): Askers {
  const askers = new Map<string, Set<string>>();
  for (const asker of direct) {
    const peers = peersOfInstalled(project, asker, manifest);
    for (const name of names) {
      if (peers.has(name)) askers.set(name, (askers.get(name) ?? new Set()).add(asker));
    }
  }
  return askers;
}

/** The peers of a package as it is installed; true for an optional one, which may be in the marks alone. */
function peersOfInstalled({ disk }: Project, name: string, { directory }: Manifest): ReadonlyMap<string, boolean> {
  const json = readInstalledManifest(disk, name, directory)?.json;
  const marks = isRecord(json?.["peerDependenciesMeta"]) ? json["peerDependenciesMeta"] : {};
  const optional = Object.entries(marks).filter(([, mark]) => isRecord(mark) && mark["optional"] === true);
  const peers = isRecord(json?.["peerDependencies"]) ? Object.keys(json["peerDependencies"]) : [];
  return new Map([...peers.map((peer) => [peer, false] as const), ...optional.map(([peer]) => [peer, true] as const)]);
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

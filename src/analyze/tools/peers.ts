import type { PackageGraph } from "../../project/graph.ts";
import type { Manifest, Project } from "../../project/project.ts";
import { isRecord, readInstalledManifest } from "../installed/manifest.ts";
import type { Collector, Place } from "./collector.ts";
import { entryOf } from "./manifests.ts";

/**
 * Packages asked for as a peer by another dependency of the same manifest, or by what that one brings. The usage stands
 * at the asking dependency's entry and its specifier is that dependency, so that a reader can drop it when the asker
 * goes too. An optional peer counts when a direct dependency asks: it is used when present.
 */
export function findPeers(project: Project, collector: Collector): void {
  for (const manifest of project.manifests) {
    const place: Place = { path: manifest.path, workspace: manifest.directory, text: manifest.text };
    const direct = new Set(manifest.dependencies.map(({ name }) => name));
    const asked = [...direct].filter((name) => collector.names.has(name));
    const askers = project.graph.known
      ? graphAskers(project.graph.graph, manifest, asked)
      : installedAskers(project, manifest, asked, direct);
    for (const [name, asking] of askers) {
      for (const asker of asking) {
        const entry = entryOf(manifest, asker);
        if (entry !== undefined) collector.add(place, entry, [name], "peer", asker);
      }
    }
  }
}

type Askers = ReadonlyMap<string, ReadonlySet<string>>;

/** Follows the graph backwards from every package that asks for `name`, never through `name` itself. */
function graphAskers(graph: PackageGraph, manifest: Manifest, names: readonly string[]): Askers {
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

/** Without a graph: what the installed manifests of the direct dependencies say. */
function installedAskers(
  project: Project,
  manifest: Manifest,
  names: readonly string[],
  direct: Iterable<string>,
): Askers {
  const askers = new Map<string, Set<string>>();
  for (const asker of direct) {
    const peers = readInstalledManifest(project.disk, asker, manifest.directory)?.json["peerDependencies"];
    if (!isRecord(peers)) continue;
    for (const name of names) {
      if (Object.hasOwn(peers, name)) askers.set(name, (askers.get(name) ?? new Set()).add(asker));
    }
  }
  return askers;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** From the entries of a lockfile to the graph: edges as node resolves them, and what is reached only through what. */
import type { ProjectDisk } from "../disk.ts";
import type { PackageEdge, PackageGraph, PackageNode } from "../graph.ts";
import type { RawManifest } from "../manifest.ts";
import type { LockContent, LockEntry, LockNeed } from "./entry.ts";
import { measure, runsInstallScript } from "./installed.ts";
import { needsOf } from "./needs.ts";

/** Builds the graph. The root and the workspaces ask for what their manifests on disk say, not for a lockfile's copy. */
export function buildGraph(
  content: LockContent,
  manifests: readonly RawManifest[],
  source: string,
  disk: ProjectDisk,
): PackageGraph {
  const entries = new Map(content.entries.map((entry) => [entry.id, entry]));
  for (const manifest of manifests) entries.set(manifest.directory, importerEntry(manifest, disk));
  const edges = new Map<string, readonly PackageEdge[]>();
  for (const entry of entries.values()) {
    const edgesOfEntry = entry.needs.map((need) => {
      const to = resolve(entry.id, need.name, entries, content.links);
      // What is not optional itself and leads to what is has to lead there by an optional need.
      const isOptional = need.kind === "prod" && entry.optional === false && entries.get(to ?? "")?.optional === true;
      return edgeOf(isOptional ? { ...need, kind: "optional" } : need, to);
    });
    edges.set(entry.id, edgesOfEntry);
  }

  const importers = new Map(manifests.map(({ directory }) => [directory, directory]));
  const withoutDev = reach(edges, importers, (edge) => edge.kind !== "dev");
  const withoutOptional = reach(edges, importers, (edge) => edge.kind !== "optional");
  const reached = reach(edges, importers, () => true);
  const nodes = new Map<string, PackageNode>();
  for (const [id, entry] of [...entries].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const importer = importers.has(id);
    const { name, version, installScript, resolved, integrity } = entry;
    let bytes: { readonly count: number | undefined } | undefined;
    nodes.set(id, {
      id,
      name,
      version: importer ? undefined : version,
      importer,
      installScript,
      get bytes() {
        if (importer) return undefined;
        bytes ??= { count: measure(disk, id, version) };
        return bytes.count;
      },
      resolved,
      integrity,
      dev: reached.has(id) && !withoutDev.has(id),
      optional: reached.has(id) && !withoutOptional.has(id),
    });
  }
  return { nodes, edges, importers, source };
}

/**
 * Where `name` is found from `from`: the nearest node_modules on the way up, links followed. Undefined when there is none.
 */
export function resolve(
  from: string,
  name: string,
  entries: ReadonlyMap<string, LockEntry>,
  links: ReadonlyMap<string, string>,
): string | undefined {
  const parts = from === "" ? [] : from.split("/");
  for (let length = parts.length; length >= 0; length--) {
    // The root's node_modules is not above a directory outside the root.
    if (parts[length - 1] === "node_modules" || (length === 0 && parts[0] === "..")) continue;
    const candidate = [...parts.slice(0, length), "node_modules", name].join("/");
    const target = links.get(candidate) ?? candidate;
    if (entries.has(target)) return target;
  }
  return undefined;
}

function importerEntry(manifest: RawManifest, disk: ProjectDisk): LockEntry {
  return {
    id: manifest.directory,
    name: manifest.name ?? "",
    version: undefined,
    resolved: undefined,
    integrity: undefined,
    installScript: runsInstallScript(disk, manifest.directory === "" ? "." : manifest.directory, manifest.json),
    needs: needsOf(manifest.json, true),
  };
}

function edgeOf({ name, kind, range, optionalPeer }: LockNeed, to: string | undefined): PackageEdge {
  return { name, kind, range, to, ...(optionalPeer && { optionalPeer }) };
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

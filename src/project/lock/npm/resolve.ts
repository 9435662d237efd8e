/** Edges as node resolves them: names looked up through the folders of node_modules. */
import type { PackageEdge, PackageSource } from "../../graph.ts";
import type { RawManifest } from "../../manifest.ts";
import type { LockContent, LockedPackage } from "../format.ts";
import { needsOf, type Need } from "../needs.ts";
import type { LockContent as NpmContent, LockEntry } from "./entry.ts";

/** The root and the workspaces ask for what their manifests on disk say, not for a lockfile's copy. */
export function resolveAll(
  { entries, links }: NpmContent,
  manifests: readonly RawManifest[],
): Pick<LockContent, "packages" | "importers"> {
  const importing = new Set(manifests.map(({ directory }) => directory));
  const own = entries.filter(({ id }) => !importing.has(id));
  const optional = new Map<string, boolean>([...importing].map((id) => [id, false]));
  for (const { id, optional: isOptional } of own) optional.set(id, isOptional === true);
  const edgesOf = (from: string, needs: readonly Need[], isRequired: boolean): PackageEdge[] =>
    needs.map((need) => {
      const to = resolve(from, need.name, optional, links);
      // What is not optional itself and leads to what is has to lead there by an optional need.
      const isOptional = need.kind === "prod" && isRequired && optional.get(to ?? "") === true;
      return edgeOf(isOptional ? { ...need, kind: "optional" } : need, to);
    });
  const packages = own.map((entry) => packageOf(entry, edgesOf(entry.id, entry.needs, entry.optional === false)));
  const importers = new Map(
    manifests.map(({ directory, json }) => [directory, edgesOf(directory, needsOf(json, true), false)]),
  );
  return { packages, importers };
}

/**
 * Where `name` is found from `from`: the nearest node_modules on the way up, links followed. Undefined when there is none.
 */
function resolve(
  from: string,
  name: string,
  there: ReadonlyMap<string, unknown>,
  links: ReadonlyMap<string, string>,
): string | undefined {
  const isOutside = from === ".." || from.startsWith("../");
  for (let at = from; ; at = at.slice(0, Math.max(at.lastIndexOf("/"), 0))) {
    // The root's node_modules is not above a directory outside the root.
    const hasModules = at === "" ? !isOutside : at !== "node_modules" && !at.endsWith("/node_modules");
    if (hasModules) {
      const candidate = at === "" ? `node_modules/${name}` : `${at}/node_modules/${name}`;
      const target = links.get(candidate) ?? candidate;
      if (there.has(target)) return target;
    }
    if (at === "") return undefined;
  }
}

function packageOf(entry: LockEntry, edges: readonly PackageEdge[]): LockedPackage {
  const { id, name, version, installScript, resolved, integrity } = entry;
  return {
    id,
    name,
    version,
    locations: [id],
    source: id.includes("node_modules/") ? sourceOf(resolved) : "link",
    peers: undefined,
    installScript,
    resolved,
    integrity,
    edges,
  };
}

/** A lockfile written with `omit-lockfile-registry-resolved` has no address for what comes from the registry. */
function sourceOf(resolved: string | undefined): PackageSource {
  if (resolved === undefined) return "registry";
  if (/^git(?:\+|:)|^github:/.test(resolved)) return "git";
  if (resolved.startsWith("file:")) return "file";
  return /^https?:.*\/-\/[^/]+\.tgz/.test(resolved) ? "registry" : "url";
}

function edgeOf({ name, kind, range, optionalPeer }: Need, to: string | undefined): PackageEdge {
  return optionalPeer ? { name, kind, range, to, optionalPeer } : { name, kind, range, to };
}

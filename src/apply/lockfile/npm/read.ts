/** Reads the tree of a package-lock.json: from "packages" (versions 2 and 3) or from nested "dependencies" (version 1). */
import { posix } from "node:path";
import { memberOf, objectAt, stringAt, type JsonObject } from "../../json-edits.ts";
import { isInstalled, nameOfId, resolveName, type LockEdge, type LockNode, type LockTree } from "./tree.ts";

/** Sections in the order in which a later one wins over an earlier one. */
const sections = [
  ["peerDependencies", { peer: true, optional: false, dev: false }],
  ["dependencies", { peer: false, optional: false, dev: false }],
  ["optionalDependencies", { peer: false, optional: true, dev: false }],
  ["devDependencies", { peer: false, optional: false, dev: true }],
] as const;

/** The tree of "packages". `workspaces` are the directories of the workspaces. */
export function readPackages(packages: JsonObject, workspaces: ReadonlySet<string>): LockTree {
  const tree = new Map<string, LockNode>();
  for (const { key, value } of packages.members) {
    if (value.kind !== "object") continue;
    const id = posix.normalize(key === "" ? "." : key.replaceAll("\\", "/"));
    tree.set(id === "." ? "" : id, packageNode(id === "." ? "" : id, value));
  }
  return withWorkspaceEdges(tree, workspaces);
}

function packageNode(id: string, entry: JsonObject): LockNode {
  const isLink = memberOf(entry, "link")?.value;
  const resolved = stringAt(entry, "resolved");
  const links = isLink?.kind === "literal" && isLink.value === true && resolved !== undefined;
  return {
    id,
    name: stringAt(entry, "name") ?? nameOfId(id),
    version: stringAt(entry, "version"),
    target: links ? idOfTarget(resolved) : undefined,
    edges: manifestEdges(entry, !isInstalled(id)),
  };
}

function idOfTarget(resolved: string): string {
  const target = posix.normalize(resolved.replaceAll("\\", "/"));
  return target === "." ? "" : target;
}

/** What a manifest, or its copy in a lockfile, asks for; `top` says whether its devDependencies count. */
export function manifestEdges(entry: JsonObject, top: boolean): readonly LockEdge[] {
  const edges = new Map<string, LockEdge>();
  const meta = objectAt(entry, "peerDependenciesMeta");
  for (const [section, kind] of sections) {
    if (section === "devDependencies" && !top) continue;
    for (const { key: name } of objectAt(entry, section)?.members ?? []) {
      const mark = section === "peerDependencies" && meta !== undefined ? objectAt(meta, name) : undefined;
      const optional = mark === undefined ? undefined : memberOf(mark, "optional")?.value;
      const isOptional = kind.optional || (optional?.kind === "literal" && optional.value === true);
      edges.set(name, { ...kind, name, optional: isOptional });
    }
  }
  return [...edges.values()];
}

/** The root needs each workspace by its link, whatever its own sections say of that name. */
export function withWorkspaceEdges(tree: Map<string, LockNode>, workspaces: ReadonlySet<string>): LockTree {
  const root = tree.get("");
  if (root === undefined) return tree;
  const names = [...tree.values()].filter((node) => node.target !== undefined && workspaces.has(node.target));
  const direct = names.filter((node) => node.id === `node_modules/${nameOfId(node.id)}`).map((n) => nameOfId(n.id));
  const edges = root.edges.filter((edge) => !direct.includes(edge.name));
  const needed = direct.map((name) => ({ name, peer: false, optional: false, dev: false }));
  tree.set("", { ...root, edges: [...edges, ...needed] });
  return tree;
}

/**
 * The tree of a version 1 lockfile. It has no manifests in it: those of the root and of linked directories are given by
 * directory. Peers are not recorded, and an optional dependency is known by the mark on what it leads to.
 */
export function readLegacy(
  lock: JsonObject,
  manifests: ReadonlyMap<string, JsonObject>,
  workspaces: ReadonlySet<string>,
): LockTree {
  const tree = new Map<string, LockNode>();
  const marked = new Set<string>();
  const add = (id: string, node: Omit<LockNode, "id">) => void tree.set(id, { id, ...node });
  const root = manifests.get("");
  const none = { version: undefined, target: undefined, edges: [] };
  add("", { ...none, name: "", edges: root === undefined ? [] : manifestEdges(root, true) });
  for (const { id, entry, target } of legacyEntries(lock)) {
    if (memberOf(entry, "optional") !== undefined) marked.add(id);
    const alias = /^npm:(.+)@([^@]+)$/.exec(stringAt(entry, "version") ?? "");
    const name = alias?.[1] ?? nameOfId(id);
    const requires = objectAt(entry, "requires")?.members ?? [];
    const edges = requires.map((member) => ({ name: member.key, peer: false, optional: false, dev: false }));
    if (target === undefined) add(id, { name, version: alias?.[2] ?? stringAt(entry, "version"), target, edges });
    else {
      const manifest = manifests.get(target);
      add(id, { ...none, name, target });
      add(target, { ...none, name, edges: manifest === undefined ? edges : manifestEdges(manifest, true) });
    }
  }
  for (const node of tree.values()) {
    if (marked.has(node.id) || node.id === "") continue;
    const edges = node.edges.map((e) => ({
      ...e,
      optional: e.optional || marked.has(resolveName(tree, node.id, e.name) ?? ""),
    }));
    tree.set(node.id, { ...node, edges });
  }
  return withWorkspaceEdges(tree, workspaces);
}

export interface LegacyEntry {
  /** Its id as "packages" would have it. */
  readonly id: string;
  readonly entry: JsonObject;
  /** Directory it is a link to. */
  readonly target: string | undefined;
  /** The object with the "dependencies" it is one of. */
  readonly holder: JsonObject;
}

/** The nested entries of "dependencies", outermost first. What stands below a link is installed where the link leads. */
export function legacyEntries(lock: JsonObject, base = ""): readonly LegacyEntry[] {
  return (objectAt(lock, "dependencies")?.members ?? []).flatMap(({ key, value }): readonly LegacyEntry[] => {
    if (value.kind !== "object") return [];
    const id = posix.join(base, "node_modules", key);
    const version = stringAt(value, "version") ?? "";
    const isDirectory = version.startsWith("file:") && !/\.(tgz|tar|tar\.gz)$/.test(version);
    const target = isDirectory ? idOfTarget(version.slice("file:".length)) : undefined;
    return [{ id, entry: value, target, holder: lock }, ...legacyEntries(value, target ?? id)];
  });
}

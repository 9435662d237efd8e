/** A yarn.lock together with what asks for its entries. */
import type { RawManifest } from "../../manifest.ts";
import { needsOf } from "../needs.ts";
import { addedByYarn } from "./compat.ts";
import { parseDescriptor } from "./descriptor.ts";
import type { YarnEntry, YarnLock, YarnNeed } from "./lock.ts";
import { resolverOf, type Asker, type Resolve } from "./resolve.ts";
import { readResolutions, type Resolution } from "./resolutions.ts";
import { extensionsOf, type YarnSettings } from "./settings.ts";

export interface YarnTree {
  readonly lock: YarnLock;
  readonly resolve: Resolve;
  readonly settings: YarnSettings;
  /** Keys that yarn makes a package depend on without writing so. */
  readonly added: ReadonlyMap<YarnEntry, readonly string[]>;
  /** What resolutions ask for themselves: yarn 1 keeps that, used or not. */
  readonly forced: readonly ForcedKey[];
  /** Keys that nothing known asks for: some other extension of a package does, or the lockfile is out of step. */
  readonly unexplained: readonly string[];
}

export interface ForcedKey {
  readonly key: string;
  readonly resolution: Resolution;
}

/** `manifests` has the root's first. */
export function treeOf(lock: YarnLock, manifests: readonly RawManifest[], settings: YarnSettings): YarnTree {
  const plain = {
    lock,
    resolve: resolverOf(lock, manifests, settings),
    settings,
    added: new Map<YarnEntry, readonly string[]>(),
    forced: lock.dialect === "classic" ? forcedKeys(lock, manifests[0]) : [],
    unexplained: [],
  };
  const left = unreached(plain, manifests);
  if (left.length === 0) return plain;
  const added = lock.dialect === "classic" ? plain.added : addedKeys(lock, left);
  const withAdded = { ...plain, added };
  return { ...withAdded, unexplained: unreached(withAdded, manifests) };
}

/** Keys that somebody asks for, from the manifests on, and what the forced and the unexplained ones hold. */
export function reachedKeys(
  tree: YarnTree,
  manifests: readonly Importer[],
  forced: readonly ForcedKey[] = tree.forced,
): ReadonlySet<string> {
  const { lock, resolve } = tree;
  const found = new Set<string>();
  const waiting: YarnEntry[] = [];
  const visited = new Set<YarnEntry>();
  const take = (key: string) => {
    if (found.has(key)) return;
    found.add(key);
    const entry = lock.byDescriptor.get(key);
    if (entry === undefined || visited.has(entry)) return;
    visited.add(entry);
    waiting.push(entry);
  };
  const ask = (asker: Asker, need: { readonly name: string; readonly range: string }) => {
    const answer = resolve(asker, need);
    if (answer.kind !== "none") answer.descriptors.forEach(take);
  };
  for (const manifest of manifests) {
    for (const need of needsOf(manifest.json, true))
      if (need.kind !== "peer") ask(askerOfManifest(lock, manifest), need);
  }
  // A workspace stays for its own sake, under its own path; what it asks for its manifest says.
  for (const entry of lock.entries) if (entry.workspace !== undefined) take(entry.id);
  tree.unexplained.forEach(take);
  for (const { key } of forced) take(key);
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry.workspace !== undefined) continue;
    const asker = askerOf(entry);
    for (const need of needsOfEntry(tree, entry)) if (need.kind !== "peer") ask(asker, need);
    tree.added.get(entry)?.forEach(take);
  }
  return found;
}

type Importer = Pick<RawManifest, "directory" | "name" | "json">;

/** What an entry asks for, by itself and by the settings of the project. */
export function needsOfEntry({ settings, lock }: YarnTree, entry: YarnEntry): readonly YarnNeed[] {
  if (lock.dialect === "classic" || settings.extensions.length === 0) return entry.needs;
  const own = new Set(entry.needs.filter(({ kind }) => kind !== "peer").map(({ name }) => name));
  const extended = extensionsOf(settings, entry.name, entry.version).filter(({ name }) => !own.has(name));
  return [
    ...entry.needs,
    ...extended.map(({ name, range }) => ({ name, range, kind: "prod" as const, optionalPeer: false })),
  ];
}

export function askerOf(entry: YarnEntry): Asker {
  return { name: entry.name, reference: parseDescriptor(entry.id)?.range ?? entry.version };
}

/** A workspace without a name gets one from yarn. */
export function askerOfManifest(lock: YarnLock, { directory, name }: Pick<Importer, "directory" | "name">): Asker {
  const named = name ?? lock.entries.find(({ workspace }) => workspace === directory)?.name ?? "";
  return { name: named, reference: `workspace:${directory || "."}` };
}

function forcedKeys(lock: YarnLock, root: Importer | undefined): readonly ForcedKey[] {
  return readResolutions(root?.json ?? {})
    .map((resolution) => ({ key: `${resolution.asked.name}@${resolution.range}`, resolution }))
    .filter(({ key }) => lock.byDescriptor.has(key));
}

function unreached(tree: YarnTree, manifests: readonly Importer[]): string[] {
  const reached = reachedKeys(tree, manifests);
  return [...tree.lock.byDescriptor.keys()].filter((key) => !reached.has(key));
}

function addedKeys(lock: YarnLock, left: readonly string[]): Map<YarnEntry, readonly string[]> {
  const byName = new Map<string, string[]>();
  for (const key of left) {
    const name = parseDescriptor(key)?.name ?? "";
    byName.set(name, [...(byName.get(name) ?? []), key]);
  }
  const added = new Map<YarnEntry, readonly string[]>();
  for (const entry of lock.entries) {
    const keys = addedByYarn(entry.name).flatMap((name) => byName.get(name) ?? []);
    if (keys.length > 0) added.set(entry, keys);
  }
  return added;
}

/** Reads a yarn.lock of either dialect into packages with resolved edges. */
import type { EdgeKind, PackageEdge } from "../../graph.ts";
import type { RawManifest } from "../../manifest.ts";
import type { LockContent, LockedPackage, LockFormat, LockInput } from "../format.ts";
import { needsOf } from "../needs.ts";
import { readBerry } from "./berry.ts";
import { readClassic } from "./classic.ts";
import { locationsOf } from "./locations.ts";
import type { YarnEntry, YarnLockReading } from "./lock.ts";
import { withPeers } from "./peers.ts";
import type { Asker } from "./resolve.ts";
import { sourcesOf } from "./resolve-berry.ts";
import { readYarnSettings } from "./settings.ts";
import { differencesOf } from "./step.ts";
import { askerOf, askerOfManifest, needsOfEntry, treeOf, type YarnTree } from "./tree.ts";

export const yarn: LockFormat = {
  name: "yarn",
  manager: "yarn",
  files: ["yarn.lock"],
  repair: "yarn install",
  read: (input) => {
    const reading = readYarnLock(input.text);
    return reading.kind === "read"
      ? { kind: "read", content: contentOf(treeOfInput(input, reading.lock), input) }
      : reading;
  },
};

/** The text as its dialect reads it. */
export function readYarnLock(text: string): YarnLockReading {
  const isBerry = text.startsWith("__metadata:") || text.includes("\n__metadata:");
  return isBerry ? readBerry(text) : readClassic(text);
}

function treeOfInput({ disk, manifests }: LockInput, lock: YarnTree["lock"]): YarnTree {
  const file = lock.dialect === "classic" ? undefined : disk.read(".yarnrc.yml");
  return treeOf(lock, manifests, readYarnSettings(file !== undefined && "text" in file ? file.text : ""));
}

function contentOf(tree: YarnTree, { disk, manifests }: LockInput): LockContent {
  const entries = tree.lock.entries.filter((entry) => isPackage(entry));
  const patched = onlyPatched(tree, manifests);
  const packages = entries.filter((entry) => !patched.has(entry));
  const edges = new Map<string, readonly PackageEdge[]>();
  for (const manifest of manifests) edges.set(manifest.directory, edgesOfManifest(tree, manifest));
  for (const entry of packages) edges.set(entry.id, edgesOfEntry(tree, entry));
  const peers = new Map(
    packages
      .filter(({ needs }) => needs.some(({ kind }) => kind === "peer"))
      .map(({ id, needs }) => [
        id,
        needs
          .filter(({ kind }) => kind === "peer")
          .map(({ name, range, optionalPeer }) => ({ name, range, optional: optionalPeer })),
      ]),
  );
  const names = new Map(packages.map(({ id, name }) => [id, name]));
  const all = withPeers(edges, peers, names);
  const workspaces = manifests.map(({ directory }) => directory);
  const locations = locationsOf(disk, workspaces);
  return {
    packages: packages.map((entry): LockedPackage => {
      const { id, name, version, source, resolved, integrity } = entry;
      return { id, name, version, source, peers: undefined, resolved, integrity, edges: all.get(id) ?? [] };
    }),
    locate: ({ name, version }) => locations(`${name}@${version ?? ""}`),
    importers: new Map(workspaces.map((directory) => [directory, all.get(directory) ?? []])),
    differences: differencesOf(tree, manifests),
    unread: disk.exists(".pnp.cjs") && !disk.exists("node_modules") ? zipped : undefined,
  };
}

const zipped =
  "packages are in zip files (Plug'n'Play), which are not read: sizes, install scripts, types and what a package itself does are unknown";

function isPackage({ workspace }: YarnEntry): boolean {
  return workspace === undefined;
}

/** What is there only for a patch to be made from is not installed. */
function onlyPatched(tree: YarnTree, manifests: readonly RawManifest[]): ReadonlySet<YarnEntry> {
  const patches = tree.lock.entries.filter(({ source }) => source === "patch");
  if (patches.length === 0) return new Set();
  const asked = new Set<string | undefined>(tree.unexplained.map((key) => tree.lock.byDescriptor.get(key)?.id));
  const ask = (asker: Asker, need: { readonly name: string; readonly range: string }) => {
    const answer = tree.resolve(asker, need);
    if (answer.kind === "entry") asked.add(answer.entry.id);
  };
  for (const manifest of manifests)
    for (const need of needsOf(manifest.json, true)) ask(askerOfManifest(tree.lock, manifest), need);
  for (const entry of tree.lock.entries) {
    for (const need of needsOfEntry(tree, entry)) if (need.kind !== "peer") ask(askerOf(entry), need);
  }
  const sources = patches.flatMap(({ descriptors }) => descriptors.flatMap((key) => sourcesOf(tree.lock, key)));
  const entries = sources.flatMap((key) => tree.lock.byDescriptor.get(key) ?? []);
  return new Set(entries.filter((entry) => !asked.has(entry.id) && isPackage(entry)));
}

function edgesOfManifest(tree: YarnTree, manifest: RawManifest): PackageEdge[] {
  const needs = needsOf(manifest.json, true);
  const asker = askerOfManifest(tree.lock, manifest);
  const edges = needs.flatMap(({ name, range, kind }) =>
    kind === "peer" ? [] : [{ name, range, kind, to: targetOf(tree, asker, { name, range }) }],
  );
  const peers = needs.flatMap(({ name, range, kind, optionalPeer }): PackageEdge[] => {
    if (kind !== "peer") return [];
    const to = edges.find((edge) => edge.name === name)?.to;
    return [{ name, range, kind, to, ...(optionalPeer && { optionalPeer }) }];
  });
  return [...edges, ...peers];
}

function edgesOfEntry(tree: YarnTree, entry: YarnEntry): PackageEdge[] {
  const asker = askerOf(entry);
  const edges = needsOfEntry(tree, entry).flatMap(({ name, range, kind }): PackageEdge[] =>
    kind === "peer" ? [] : [{ name, range, kind, to: targetOf(tree, asker, { name, range }) }],
  );
  const added = (tree.added.get(entry) ?? []).flatMap((key): PackageEdge[] => {
    const to = tree.lock.byDescriptor.get(key);
    return to === undefined ? [] : [{ name: to.name, range: "*", kind: "prod" satisfies EdgeKind, to: to.id }];
  });
  return [...edges, ...added];
}

function targetOf(tree: YarnTree, asker: Asker, need: { readonly name: string; readonly range: string }) {
  const answer = tree.resolve(asker, need);
  if (answer.kind === "entry") return answer.entry.id;
  return answer.kind === "workspace" ? answer.directory : undefined;
}

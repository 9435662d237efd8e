/** pnpm-lock.yaml as a graph: versions 5.4, 6.0, 6.1 and 9.0. */
import { posix } from "node:path";
import type { PackageEdge, PackageSource } from "../../graph.ts";
import type { RawManifest } from "../../manifest.ts";
import { isTrueAt, membersAt, textAt, valueAt } from "../../yaml/node.ts";
import type { LockContent, LockedPackage, LockFormat, LockInput, LockReading } from "../format.ts";
import { needsOf } from "../needs.ts";
import { keyOfRef } from "./key.ts";
import { readPnpmLock, type PnpmImporter, type PnpmLock, type PnpmNeed, type PnpmPackage } from "./lock.ts";
import { pnpmWorkspaceFile, readWorkspacePatterns } from "./settings.ts";
import { differencesOf } from "./step.ts";

export const pnpm: LockFormat = {
  name: "pnpm",
  manager: "pnpm",
  files: ["pnpm-lock.yaml"],
  installed: "node_modules/.pnpm/lock.yaml",
  repair: "pnpm install",
  workspaces: { file: pnpmWorkspaceFile, read: readWorkspacePatterns },
  read,
};

function read({ text, manifests, disk }: LockInput): LockReading {
  const apart = manifests.length > 1 ? ownLockfiles(disk) : undefined;
  if (apart !== undefined)
    return {
      kind: "unsupported",
      message: `${apart} gives each workspace a lockfile of its own, and one for all is read; take that setting out, then`,
    };
  const lock = readPnpmLock(text);
  if ("kind" in lock) return lock;
  let lost = findLost(lock);
  const directories = new Set(manifests.map(({ directory }) => directory));
  const links = new Map<string, LockedPackage>();
  const follow = (need: PnpmNeed, from: string): string | undefined => {
    const key = keyOfRef(need.name, need.ref, lock.style);
    if (key !== undefined) {
      if (lock.packages.has(key)) return key;
      if (!need.ref.startsWith("file:")) lost ??= key;
      return undefined;
    }
    const directory = linkedDirectory(need.ref, from);
    if (directories.has(directory)) return directory;
    links.set(directory, linkedPackage(directory, need.name));
    return linkId(directory);
  };
  const packages = [...lock.packages.values()].map((one) =>
    packageOf(
      one,
      one.needs.map((need) => edgeOf(need, one, follow(need, ""))),
    ),
  );
  if (lost !== undefined) return { kind: "malformed", message: `it refers to ${lost}, which it lacks` };
  const importers = new Map(
    manifests.map((manifest) => [manifest.directory, importerEdges(manifest, lock.importers, follow)]),
  );
  const content: LockContent = {
    packages: [...packages, ...links.values()],
    importers,
    differences: differencesOf(lock, manifests, disk),
  };
  return { kind: "read", content };
}

/** The setting that keeps the workspaces out of the root's lockfile; undefined where there is none. */
function ownLockfiles(disk: LockInput["disk"]): string | undefined {
  const settings = [
    [".npmrc", /^[ \t]*shared-workspace-lockfile[ \t]*=[ \t]*false[ \t]*\r?$/m],
    [pnpmWorkspaceFile, /^sharedWorkspaceLockfile:[ \t]*false\b/m],
  ] as const;
  const found = settings.find(([path, line]) => {
    const file = disk.read(path);
    return "text" in file && line.test(file.text);
  });
  return found?.[0];
}

/** A reference of an importer that leads nowhere. pnpm itself lets those to directories be. */
function findLost({ packages, importers, style }: PnpmLock): string | undefined {
  for (const { needs } of importers) {
    for (const { name, ref } of needs) {
      const key = keyOfRef(name, ref, style);
      if (key !== undefined && !packages.has(key) && !ref.startsWith("file:")) return key;
    }
  }
  return undefined;
}

/** "packages/b" for "link:../b" from "packages/a". */
export function linkedDirectory(ref: string, from: string): string {
  const directory = posix.normalize(posix.join(from, ref.slice("link:".length))).replace(/\/+$/, "");
  return directory === "." ? "" : directory;
}

function linkId(directory: string): string {
  return `link:${directory}`;
}

function linkedPackage(directory: string, name: string): LockedPackage {
  return {
    id: linkId(directory),
    name,
    version: undefined,
    locations: [directory],
    source: "link",
    peers: undefined,
    resolved: `link:${directory}`,
    integrity: undefined,
    edges: [],
  };
}

function packageOf(
  { key, name, version, peers, patched, facts }: PnpmPackage,
  edges: readonly PackageEdge[],
): LockedPackage {
  const resolution = valueAt(facts, "resolution");
  const repository = textAt(resolution, "repo");
  return {
    id: key,
    name,
    version,
    source: patched ? "patch" : sourceOf(resolution, key),
    peers,
    // Absent also where pnpm never looked into the package.
    ...(isTrueAt(facts, "requiresBuild") && { installScript: true }),
    resolved:
      textAt(resolution, "tarball") ??
      textAt(resolution, "directory") ??
      (repository && `${repository}#${textAt(resolution, "commit") ?? ""}`),
    integrity: textAt(resolution, "integrity"),
    edges,
  };
}

function sourceOf(resolution: ReturnType<typeof valueAt>, key: string): PackageSource {
  if (textAt(resolution, "repo") !== undefined) return "git";
  if (textAt(resolution, "directory") !== undefined) return "file";
  const tarball = textAt(resolution, "tarball");
  if (tarball === undefined) return "registry";
  if (tarball.startsWith("file:")) return "file";
  if (
    isTrueAt(resolution, "gitHosted") ||
    /^https?:\/\/(?:codeload\.github\.com|gitlab\.com|bitbucket\.org)\//.test(tarball)
  )
    return "git";
  // A registry whose tarballs have addresses of their own is named by the version, as any.
  return key.includes(tarball) || /^https?:/.test(key.slice(key.indexOf("@", 1) + 1)) ? "url" : "registry";
}

/** Peers stand among the dependencies of a copy; which they are is told by its facts. */
function edgeOf({ section, name, ref }: PnpmNeed, { facts }: PnpmPackage, to: string | undefined): PackageEdge {
  const asked = section === "dependencies" ? textAt(valueAt(facts, "peerDependencies"), name) : undefined;
  if (asked !== undefined) {
    const optionalPeer = isTrueAt(valueAt(valueAt(facts, "peerDependenciesMeta"), name), "optional");
    return { name, kind: "peer", range: asked, to, ...(optionalPeer && { optionalPeer }) };
  }
  return { name, kind: section === "optionalDependencies" ? "optional" : "prod", range: ref, to };
}

/** What a manifest asks for, each by what the lockfile has for that name. */
function importerEdges(
  { directory, json }: RawManifest,
  importers: readonly PnpmImporter[],
  follow: (need: PnpmNeed, from: string) => string | undefined,
): PackageEdge[] {
  const importer = importers.find((one) => one.directory === directory);
  const needs = new Map(importer?.needs.map((need) => [need.name, need]));
  return needsOf(json, true).map(({ name, kind, range, optionalPeer }) => {
    const need = needs.get(name);
    const to = need === undefined ? undefined : follow(need, directory);
    return { name, kind, range, to, ...(optionalPeer && { optionalPeer }) };
  });
}

/** Names under a key of the lockfile ("overrides", "catalogs"). */
export function namesAt(lock: PnpmLock, key: string): readonly string[] {
  return membersAt(lock.root, key).map((member) => member.key);
}

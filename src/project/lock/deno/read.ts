/** What deno.lock holds of npm as a graph. It is read for advice: nothing of deno is ever edited. */
import type { PackageEdge } from "../../graph.ts";
import { locateJson } from "../../json.ts";
import type { RawManifest } from "../../manifest.ts";
import type { LockedPackage, LockFormat, LockInput, LockReading } from "../format.ts";
import { sectionNames } from "../step.ts";
import { denoConfigs, parseNpmSpecifier, readDenoManifest } from "./config.ts";
import { readDenoLock, type DenoLock, type DenoPackage } from "./lock.ts";

export const deno: LockFormat = {
  name: "deno",
  manager: "deno",
  files: ["deno.lock"],
  repair: "deno install",
  manifests: { files: denoConfigs, read: readDenoManifest },
  read,
};

function read({ text, manifests }: LockInput): LockReading {
  const lock = readDenoLock(text);
  if ("kind" in lock) {
    const { kind, message, line, at } = lock;
    return { kind, message, line: line ?? (at === undefined ? undefined : locateJson(text, at)?.line) };
  }
  const own = new Map(manifests.flatMap(({ name, directory }) => (name === undefined ? [] : [[name, directory]])));
  const packages = [...lock.packages].map(([id, one]) => packageOf(id, one));
  const importers = new Map(manifests.map((manifest) => [manifest.directory, edgesOf(manifest, lock, own)]));
  const asked = new Set(manifests.flatMap((manifest) => [...specifiersOf(manifest).values()]));
  // The rest is asked for by sources ("npm:ms@2" in an import) and by modules from elsewhere.
  const others = [...lock.specifiers].filter(([specifier]) => !asked.has(specifier));
  importers.set("", [...(importers.get("") ?? []), ...others.map(([specifier, to]) => edgeOfSource(specifier, to))]);
  return { kind: "read", content: { packages, importers, differences: differences(manifests, lock, own) } };
}

function packageOf(id: string, one: DenoPackage): LockedPackage {
  const { name, version, peers, integrity, tarball, installScript, needs } = one;
  return {
    id,
    name,
    version,
    peers,
    integrity,
    resolved: tarball,
    source: tarball === undefined || /\/-\/[^/]+\.tgz$/.test(tarball) ? "registry" : "url",
    ...(installScript !== undefined && { installScript }),
    edges: needs.map(({ name: asked, kind, to }) => {
      const edge = { name: asked, kind, range: "", to };
      return kind === "peer" ? { ...edge, optionalPeer: true } : edge;
    }),
  };
}

/** What a manifest asks npm for, by name, as the lockfile writes it. */
function specifiersOf({ dependencies }: RawManifest): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, range } of dependencies) {
    if (/^(?:workspace|file|link|jsr|https?|catalog|git[+:].*):/.test(range)) continue;
    const other = parseNpmSpecifier(range);
    found.set(name, other === undefined ? `npm:${name}@${range.trim() || "*"}` : `npm:${other.name}@${other.range}`);
  }
  return found;
}

function edgesOf(manifest: RawManifest, lock: DenoLock, own: ReadonlyMap<string, string>): PackageEdge[] {
  const specifiers = specifiersOf(manifest);
  return manifest.dependencies.map(({ name, range, kind }) => {
    const to = lock.specifiers.get(specifiers.get(name) ?? "") ?? own.get(name);
    return { name, kind, range, to };
  });
}

function edgeOfSource(specifier: string, to: string): PackageEdge {
  const { name, range } = parseNpmSpecifier(specifier) ?? { name: specifier, range: "*" };
  return { name, kind: "prod", range, to };
}

/** The lockfile repeats what each directory asks for, and fills in the answers as deno needs them. */
function differences(manifests: readonly RawManifest[], lock: DenoLock, own: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const manifest of manifests) {
    const specifiers = specifiersOf(manifest);
    const copy = lock.workspaces?.get(manifest.directory) ?? new Set<string>();
    for (const { name, kind } of manifest.dependencies) {
      const specifier = specifiers.get(name);
      if (specifier === undefined || own.has(name) || kind === "peer" || kind === "optional") continue;
      const { path } = manifest.places?.get(name) ?? manifest;
      const section = manifest.places?.has(name) === true ? "imports" : sectionNames[kind];
      if (!lock.specifiers.has(specifier)) found.push(`it lacks "${name}" of ${section} in ${path}`);
    }
    const wanted = new Set(specifiers.values());
    for (const specifier of copy)
      if (!wanted.has(specifier)) found.push(`it has "${specifier}", which ${manifest.path} does not ask for`);
  }
  const directories = new Set(manifests.map(({ directory }) => directory));
  for (const directory of lock.workspaces?.keys() ?? [])
    if (!directories.has(directory)) found.push(`it has "${directory}", which is no workspace`);
  return found;
}

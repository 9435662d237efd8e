/** bun.lock as a graph. The binary bun.lockb is refused. */
import { locateJson } from "../../json.ts";
import type { PackageEdge, PackageSource } from "../../graph.ts";
import { isRecord, stringEntries, type RawManifest } from "../../manifest.ts";
import type { LockedPackage, LockFormat, LockInput, LockReading } from "../format.ts";
import { needsOf, type Need } from "../needs.ts";
import { differences } from "../npm/step.ts";
import { bunCatalogs, placeOf, readBunLock, stepsOf, stepsOfWorkspace, type BunLock } from "./lock.ts";

export const bunText: LockFormat = {
  name: "bun",
  manager: "bun",
  files: ["bun.lock"],
  repair: "bun install",
  read,
};

/** What bun wrote before version 1.2. It goes behind the text when both are there, as for bun. */
export const bunBinary: LockFormat = {
  name: "bun binary",
  manager: "bun",
  files: ["bun.lockb"],
  repair: "bun install --save-text-lockfile",
  unreadable: "it is binary, and only the text format is read",
  read: () => ({ kind: "unsupported", message: "it is binary" }),
};

function read({ text, manifests, disk }: LockInput): LockReading {
  const lock = readBunLock(text);
  if ("kind" in lock) {
    const { kind, message, line, at } = lock;
    return { kind, message, line: line ?? (at === undefined ? undefined : lineOf(text, at)) };
  }
  const importing = new Map(manifests.map(({ directory }) => [`workspace:${directory}`, directory]));
  const edgesOf = (steps: readonly string[], needs: readonly Need[]): PackageEdge[] =>
    needs.map(({ name, kind, range, optionalPeer }) => {
      const place = lock.places.get(placeOf(lock, steps, name) ?? "");
      const to = place === undefined ? undefined : (importing.get(place.resolution) ?? place.ident);
      return { name, kind, range, to, ...(optionalPeer && { optionalPeer }) };
    });
  const packages = new Map<string, LockedPackage>();
  for (const [key, { ident, name, resolution, integrity, address, needs }] of lock.places) {
    if (packages.has(ident) || importing.has(resolution) || resolution === "root:") continue;
    const edges = edgesOf(stepsOf(key), needs);
    const lost = edges.find((edge) => edge.kind === "prod" && edge.to === undefined);
    if (lost !== undefined) return { kind: "malformed", message: `it lacks "${lost.name}" of ${ident}` };
    const isRemote = resolution.includes(":");
    packages.set(ident, {
      ...{ id: ident, name, version: resolution, source: sourceOf(lock, name, ident, resolution), peers: undefined },
      ...{ resolved: isRemote ? resolution : tarballAt(address, name, resolution), integrity, edges },
    });
  }
  const importers = new Map(
    manifests.map(({ directory, json }) => [
      directory,
      edgesOf(stepsOfWorkspace(lock, directory), needsOf(json, true)),
    ]),
  );
  const found = [...differencesOf(lock, manifests, disk), ...lackingOf(manifests, importers)];
  return { kind: "read", content: { packages: [...packages.values()], importers, differences: found } };
}

/** Of a registry the address of the release, as registries give it. */
function tarballAt(address: string | undefined, name: string, version: string): string | undefined {
  if (address === undefined || /\.tgz$/.test(address)) return address;
  return `${address.replace(/\/+$/, "")}/${name}/-/${name.replace(/^.*\//, "")}-${version}.tgz`;
}

function lineOf(text: string, at: readonly (string | number)[]): number | undefined {
  // Trailing commas are all that makes it no JSON.
  return locateJson(text.replace(/,(?=\s*[}\]])/g, " "), at)?.line;
}

function sourceOf({ json }: BunLock, name: string, ident: string, resolution: string): PackageSource {
  const patched = isRecord(json.patchedDependencies) ? json.patchedDependencies : {};
  if (Object.hasOwn(patched, ident) || Object.hasOwn(patched, name)) return "patch";
  if (/^(?:git[+:]|github:|gitlab:|bitbucket:)/.test(resolution)) return "git";
  if (resolution.startsWith("file:") || /\.t(?:ar\.)?gz$/.test(resolution))
    return /^https?:/.test(resolution) ? "url" : "file";
  if (resolution.startsWith("link:")) return "link";
  if (resolution.startsWith("workspace:")) return "workspace";
  return resolution.includes(":") ? "url" : "registry";
}

function lackingOf(
  manifests: readonly RawManifest[],
  importers: ReadonlyMap<string, readonly PackageEdge[]>,
): string[] {
  return manifests.flatMap(({ path, directory }) =>
    (importers.get(directory) ?? [])
      .filter(({ kind, to }) => (kind === "prod" || kind === "dev") && to === undefined)
      .map(({ name }) => `it lacks "${name}", which ${path} asks for`),
  );
}

/** The lockfile repeats every manifest, the overrides and the catalogs. */
function differencesOf(lock: BunLock, manifests: readonly RawManifest[], disk: LockInput["disk"]): string[] {
  const found = manifests.flatMap((manifest) => differences(manifest, copyOf(lock, manifest)));
  for (const directory of lock.workspaces.keys()) {
    if (manifests.some((manifest) => manifest.directory === directory)) continue;
    found.push(`it has "${directory}", which is ${disk.exists(`${directory}/package.json`) ? "no workspace" : "gone"}`);
  }
  const root = manifests[0]?.json ?? {};
  const workspaces = isRecord(root.workspaces) ? root.workspaces : {};
  // Of the two names that bun takes for them, it reads one.
  const overrides = new Map(stringEntries(isRecord(root.overrides) ? root.overrides : root.resolutions));
  const catalogs = new Map([...bunCatalogs(root), ...bunCatalogs(workspaces)]);
  return [
    ...found,
    ...compare("the override", overrides, new Map(stringEntries(lock.json.overrides))),
    ...(lock.json.lockfileVersion === 0 ? [] : compare("the catalog's", catalogs, bunCatalogs(lock.json))),
  ];
}

/** Version 0 has the directory of a workspace where the manifest has "workspace:*". */
function copyOf({ json, workspaces }: BunLock, { directory, dependencies }: RawManifest) {
  const copy = workspaces.get(directory);
  if (copy === undefined || json.lockfileVersion !== 0) return copy;
  const asked = new Map(dependencies.map(({ name, range }) => [name, range]));
  const rangeOf = (name: string, range: string) =>
    asked.get(name)?.startsWith("workspace:") ? asked.get(name) : range;
  return Object.fromEntries(
    Object.entries(copy).map(([key, value]) => [
      key,
      isRecord(value)
        ? Object.fromEntries(stringEntries(value).map(([name, range]) => [name, rangeOf(name, range)]))
        : value,
    ]),
  );
}

function compare(what: string, written: ReadonlyMap<string, string>, locked: ReadonlyMap<string, string>): string[] {
  const named = (key: string) => `${what} "${key.slice(key.indexOf("\n") + 1)}"`;
  return [
    ...[...written]
      .filter(([key, value]) => locked.get(key) !== value)
      .map(([key]) => `it lacks ${named(key)} as package.json has it`),
    ...[...locked.keys()].filter((key) => !written.has(key)).map((key) => `it has ${named(key)}, which is gone`),
  ];
}

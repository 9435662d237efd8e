/** Where the packages of a yarn project are unpacked: yarn.lock does not say, so node_modules is looked through. */
import type { ProjectDisk } from "../../disk.ts";
import { installedManifest } from "../installed.ts";

/** Directories by "name@version"; looked up when first asked for. */
export function locationsOf(disk: ProjectDisk, workspaces: readonly string[]): (id: string) => readonly string[] {
  let found: ReadonlyMap<string, readonly string[]> | undefined;
  return (id) => (found ??= findAll(disk, workspaces)).get(id) ?? [];
}

function findAll(disk: ProjectDisk, workspaces: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const waiting = workspaces.map((directory) => (directory === "" ? "node_modules" : `${directory}/node_modules`));
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const directory of packagesIn(disk, folder)) {
      const manifest = installedManifest(disk, directory, undefined);
      waiting.push(`${directory}/node_modules`);
      if (typeof manifest?.["name"] !== "string" || typeof manifest["version"] !== "string") continue;
      const id = `${manifest["name"]}@${manifest["version"]}`;
      const others = found.get(id);
      if (others === undefined) found.set(id, [directory]);
      else others.push(directory);
    }
  }
  for (const directories of found.values()) directories.sort();
  return found;
}

/** What is in a node_modules folder itself; a link leads to a workspace, or into yarn's store of packages. */
function packagesIn(disk: ProjectDisk, folder: string): string[] {
  const listing = disk.listing(folder);
  if ("unreadable" in listing) return [];
  return listing.entries.flatMap(({ name, kind }) => {
    const path = `${folder}/${name}`;
    if (kind !== "directory") return [];
    if (name === ".store") return below(disk, path).map((stored) => `${stored}/package`);
    if (name.startsWith(".")) return [];
    return name.startsWith("@") ? below(disk, path) : [path];
  });
}

function below(disk: ProjectDisk, path: string): string[] {
  const listing = disk.listing(path);
  if ("unreadable" in listing) return [];
  return listing.entries.flatMap(({ name, kind }) => (kind === "directory" ? [`${path}/${name}`] : []));
}

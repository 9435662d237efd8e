/** What the packages on disk tell that a lockfile does not. */
import type { ProjectDisk } from "../disk.ts";
import { parseJson } from "../json.ts";
import { isRecord } from "../manifest.ts";
import type { Disk } from "../project.ts";

/** The manifest of the package installed at `id`; undefined when none is, or when it is another version. */
export function installedManifest(
  disk: Disk,
  id: string,
  version: string | undefined,
): Record<string, unknown> | undefined {
  const file = disk.read(`${id}/package.json`);
  if ("unreadable" in file) return undefined;
  const reading = parseJson(file.text);
  if ("error" in reading || !isRecord(reading.value)) return undefined;
  return version === undefined || reading.value.version === version ? reading.value : undefined;
}

/** Whether npm runs a script of the package when it is installed; a binding.gyp alone makes it run node-gyp. */
export function runsInstallScript(disk: Disk, id: string, manifest: Readonly<Record<string, unknown>>): boolean {
  const scripts = isRecord(manifest.scripts) ? manifest.scripts : {};
  if (["preinstall", "install", "postinstall"].some((name) => typeof scripts[name] === "string")) return true;
  return manifest.gypfile !== false && disk.exists(`${id}/binding.gyp`);
}

/**
 * Whether a package runs a script when it is installed, by the manifest of an installed copy; "unknown" where there is
 * none. For formats that do not say.
 */
export function askInstalled(disk: Disk, locations: readonly string[], version: string | undefined) {
  for (const id of locations) {
    const manifest = installedManifest(disk, id, version);
    if (manifest !== undefined) return runsInstallScript(disk, id, manifest);
  }
  return "unknown" as const;
}

/**
 * Bytes of the files of a package where it is first found, its own node_modules left out: what `ls` shows, not what the
 * file system reserves. Undefined when it is installed in none of these directories, or in another version.
 */
export function measure(
  disk: ProjectDisk,
  locations: readonly string[],
  version: string | undefined,
): number | undefined {
  const id = locations.find((location) => installedManifest(disk, location, version) !== undefined);
  if (id === undefined) return undefined;
  let bytes = 0;
  const waiting = [id];
  for (let directory = waiting.pop(); directory !== undefined; directory = waiting.pop()) {
    const listing = disk.listing(directory);
    if ("unreadable" in listing) return undefined;
    for (const { name, kind } of listing.entries) {
      const path = `${directory}/${name}`;
      if (kind === "directory" && !(directory === id && name === "node_modules")) waiting.push(path);
      if (kind === "file") bytes += disk.size(path) ?? 0;
    }
  }
  return bytes;
}

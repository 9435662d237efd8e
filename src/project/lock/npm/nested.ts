/** Lockfile version 1 of npm: `dependencies` inside `dependencies`, as folders of node_modules are. */
import { posix } from "node:path";
import type { Disk } from "../../project.ts";
import { isRecord, stringEntries } from "../../manifest.ts";
import type { LockContent, LockDefect, LockEntry } from "./entry.ts";
import { installedManifest, runsInstallScript } from "../installed.ts";
import { needsOf, type Need } from "../needs.ts";

/**
 * Reads `dependencies`. Version 1 does not record peers, nor which needs are optional, nor install scripts: the manifest
 * of the installed package tells them where there is one; elsewhere scripts are "unknown" and peers are left out.
 */
export function readNested(json: Readonly<Record<string, unknown>>, disk: Disk): LockContent | LockDefect {
  const entries: LockEntry[] = [];
  const links = new Map<string, string>();
  const isInstalled = disk.isDirectory("node_modules");
  const waiting: { within: string; at: readonly string[]; value: unknown }[] = [
    { within: "", at: ["dependencies"], value: json.dependencies ?? {} },
  ];
  for (let level = waiting.pop(); level !== undefined; level = waiting.pop()) {
    if (!isRecord(level.value))
      return { at: level.at, message: `${JSON.stringify(level.at.join("."))} is not an object` };
    for (const [key, entry] of Object.entries(level.value)) {
      const at = [...level.at, key];
      if (!isRecord(entry)) return { at, message: `the entry ${JSON.stringify(key)} is not an object` };
      // npm leaves entries with nothing but flags behind for packages of other platforms.
      if (entry.version === undefined && entry.resolved === undefined) continue;
      const place = level.within === "" ? `node_modules/${key}` : `${level.within}/node_modules/${key}`;
      const written = typeof entry.version === "string" ? entry.version : "";
      const linked = linkedDirectory(written);
      if (linked !== undefined) links.set(place, linked);
      const id = linked ?? place;
      // Without the folder each of the packages would be looked for in vain.
      const isMissing = !isInstalled && id.startsWith("node_modules/");
      entries.push(readEntry(id, key, written, entry, isMissing ? undefined : disk));
      if (entry.dependencies !== undefined) {
        waiting.push({ within: id, at: [...at, "dependencies"], value: entry.dependencies });
      }
    }
  }
  return { entries, links };
}

/** `disk` is where to look for the installed package; undefined when it is not there. */
function readEntry(
  id: string,
  key: string,
  written: string,
  entry: Record<string, unknown>,
  disk: Disk | undefined,
): LockEntry {
  const alias = /^npm:(@?[^@]+)@(.+)$/.exec(written);
  const exact = alias?.[2] ?? written;
  const isRemote = exact.includes(":") || exact.includes("/");
  const installed = disk && installedManifest(disk, id, isRemote || exact === "" ? undefined : exact);
  const installedVersion = typeof installed?.version === "string" ? installed.version : undefined;
  const installedName = isRemote && typeof installed?.name === "string" ? installed.name : undefined;
  return {
    id,
    name: alias?.[1] ?? installedName ?? key,
    version: isRemote ? (installedVersion ?? exact) : exact,
    resolved: typeof entry.resolved === "string" ? entry.resolved : isRemote ? exact : undefined,
    integrity: typeof entry.integrity === "string" ? entry.integrity : undefined,
    installScript: disk && installed ? runsInstallScript(disk, id, installed) : "unknown",
    needs: needsOfEntry(entry, id, installed),
    optional: entry.optional === true,
  };
}

function needsOfEntry(
  entry: Record<string, unknown>,
  id: string,
  installed: Record<string, unknown> | undefined,
): Need[] {
  const told = installed === undefined ? [] : needsOf(installed, !id.includes("node_modules/"));
  const required = new Map(stringEntries(entry.requires));
  for (const { name } of told) required.delete(name);
  const rest = [...required].map(([name, range]): Need => ({ name, kind: "prod", range, optionalPeer: false }));
  return [...told, ...rest];
}

/** "packages/a" for "file:packages/a"; undefined for a tarball and for what is no path. */
function linkedDirectory(version: string): string | undefined {
  const path = /^(?:file|link):(.*)$/.exec(version)?.[1];
  if (path === undefined || /\.(?:tgz|tar|tar\.gz)$/.test(path)) return undefined;
  return posix.normalize(path).replace(/\/+$/, "");
}

import type { Disk } from "../../project/project.ts";
import { type InstalledManifest, isRecord } from "./manifest.ts";

/** Paths (relative to the root) of the files Node loads when the package is imported; empty when there is none. */
export function entryFiles(disk: Disk, manifest: InstalledManifest): string[] {
  const { json, directory } = manifest;
  const targets = json["exports"] === undefined ? [json["main"] ?? "index"] : exportTargets(json["exports"]);
  const found = new Set<string>();
  for (const target of targets) {
    if (typeof target !== "string") continue;
    const file = resolveFile(disk, join(directory, target)) ?? resolveFile(disk, join(directory, "index"));
    if (file !== undefined) found.add(file);
  }
  return [...found];
}

/** A file by Node's rules for a path: itself, with an extension, or the index of a directory. */
export function resolveFile(disk: Disk, path: string): string | undefined {
  if (/\.[cm]?js$/.test(path) && disk.exists(path)) return path;
  for (const end of [".js", ".cjs", ".mjs", "/index.js", "/index.cjs", "/index.mjs"]) {
    if (disk.exists(path + end)) return path + end;
  }
  return undefined;
}

/** "a/b" and "../c" give "a/c"; a path that climbs above the root keeps its "..". */
export function join(directory: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${directory}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** What "." is exported as, for the conditions Node has: the module and the CommonJS form are both read. */
function exportTargets(exports: unknown): string[] {
  if (typeof exports === "string") return [exports];
  if (Array.isArray(exports)) return exports.slice(0, 1).flatMap(exportTargets);
  if (!isRecord(exports)) return [];
  const keys = Object.keys(exports);
  if (keys.some((key) => key.startsWith("."))) return exportTargets(exports["."]);
  return ["node", "import", "require", "module-sync", "default"]
    .flatMap((key) => exportTargets(exports[key]))
    .slice(0, 1);
}

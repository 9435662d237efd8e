/** What npm itself says of a manifest and its lockfile, and what the lockfile lists. */
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./command.ts";
import { asObject, readObject } from "./imports.ts";

/** "path@version" of every package a lockfile lists, sorted. */
export function lockedPackages(directory: string): string[] {
  const packages = asObject(readObject(join(directory, "package-lock.json"))["packages"], "packages");
  return Object.entries(packages)
    .filter(([path]) => path !== "")
    .map(([path, entry]) => `${path}@${String(asObject(entry, path)["version"])}`)
    .sort();
}

/** Direct dependencies of the root as the lockfile states them, sorted. */
export function lockedDependencies(directory: string): string[] {
  const packages = asObject(readObject(join(directory, "package-lock.json"))["packages"], "packages");
  return Object.keys(asObject(asObject(packages[""], "root entry")["dependencies"] ?? {}, "dependencies")).sort();
}

/** The packages npm would list if it brought the lockfile in step with the manifest: the same ones, when nothing is stale. */
export async function packagesByNpm(directory: string, scratch: string): Promise<string[]> {
  mkdirSync(scratch, { recursive: true });
  for (const file of ["package.json", "package-lock.json"]) copyFileSync(join(directory, file), join(scratch, file));
  await npm(scratch, "install", "--package-lock-only");
  return lockedPackages(scratch);
}

/** Files that publishing the project would leave out, of those given. */
export async function unpublished(directory: string, files: readonly string[]): Promise<string[]> {
  if (files.length === 0) return [];
  const packed: unknown = JSON.parse(await npm(directory, "pack", "--dry-run", "--json"));
  if (!Array.isArray(packed)) throw new Error("npm pack told nothing");
  const listed = JSON.stringify(asObject(packed[0], "pack")["files"]);
  return files.filter((file) => !listed.includes(JSON.stringify(file)));
}

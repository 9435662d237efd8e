/** The bytes and modes of a project's own files, so that two states of it can be compared. */
import { createHash } from "node:crypto";
import { lstatSync, readFileSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** Where installed packages are, and the tool's own journal. */
const aside = new Set(["node_modules", ".shrinkdeps"]);

/** A line per file (path, mode, hash), by path. node_modules is left out. */
export function listTree(root: string): Map<string, string> {
  const files = new Map<string, string>();
  const walk = (directory: string, prefix: string): void => {
    for (const name of readdirSync(directory).sort()) {
      if (aside.has(name)) continue;
      const path = join(directory, name);
      const stat = lstatSync(path);
      if (stat.isDirectory()) walk(path, `${prefix}${name}/`);
      else files.set(prefix + name, `${(stat.mode & 0o7777).toString(8)} ${hash(path, stat.isSymbolicLink())}`);
    }
  };
  walk(root, "");
  return files;
}

/** Paths that are in one tree only or differ, sorted. */
export function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

function hash(path: string, link: boolean): string {
  return createHash("sha256")
    .update(link ? readlinkSync(path) : readFileSync(path))
    .digest("hex");
}

/** What glob finds from version 9 on for a pattern with one star in its last name, or `**` before it. */
import { readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Entry } from "./glob-7.ts";

export function rootOf(cwd: unknown): string {
  const given = (cwd || "") as string | URL;
  return resolve(given instanceof URL || given.startsWith("file://") ? fileURLToPath(given) : given);
}

/** What of a folder matches a pattern, then what of the folders below it, which a link leads to but no further. */
export function searchNow(pattern: string, root: string, folder: string, isLinked = false): string[] {
  const entries = readNow(join(root, folder));
  const below = isLinked ? [] : foldersBelow(entries, pattern);
  return matches(entries, pattern)
    .map(({ name }) => join(folder, name))
    .concat(below.flatMap((each) => searchNow(pattern, root, join(folder, each.name), each.isSymbolicLink())));
}

/** What of a folder matches a pattern, then what of the folders below it, which a link leads to but no further. */
export async function search(pattern: string, root: string, folder: string, isLinked = false): Promise<string[]> {
  const entries = await read(join(root, folder));
  const below = isLinked ? [] : foldersBelow(entries, pattern);
  const paths = matches(entries, pattern).map(({ name }) => join(folder, name));
  const deeper = below.map((each) => search(pattern, root, join(folder, each.name), each.isSymbolicLink()));
  return paths.concat((await Promise.all(deeper)).flat());
}

function matches(entries: readonly Entry[], pattern: string): Entry[] {
  const ending = pattern.slice(pattern.lastIndexOf("*") + 1);
  // Upper and lower case are the same to the file systems of macOS and Windows.
  const isLoose = process.platform === "darwin" || process.platform === "win32";
  const plain = (text: string): string => (isLoose ? text.toLowerCase() : text);
  return entries.filter(({ name }) => !name.startsWith(".") && plain(name).endsWith(plain(ending)));
}

/** The folders that `**` goes into; those a link leads to only where a folder stands before it. */
function foldersBelow(entries: readonly Entry[], pattern: string): Entry[] {
  if (!pattern.includes("**\/")) return [];
  const isLinkOf = (each: Entry): boolean => each.isSymbolicLink() && !pattern.startsWith("*");
  return entries.filter((each) => !each.name.startsWith(".") && (each.isDirectory() || isLinkOf(each)));
}

/** The entries of a folder from the last to the first; none where it cannot be read. */
export function readNow(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).reverse();
  } catch {
    return [];
  }
}

export async function read(folder: string): Promise<Entry[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).reverse();
  } catch {
    return [];
  }
}

/** What glob 7 and 8 find for a pattern with one star in its last name, or `**` before it. */
import { readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { resolve } from "node:path";

export interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** What stands in a pattern before its stars: "", or a folder with a slash behind it. */
export function startOf(pattern: string): string {
  return pattern.slice(0, pattern.indexOf("*"));
}

/** What of a folder matches a pattern, then what of the folders below it, which a link leads to but no further. */
export function findNow(pattern: string, root: string, folder: string, isLinked = false): string[] {
  const entries = listNow(root, folder);
  const below = isLinked ? [] : foldersAmong(entries, pattern);
  return matching(entries, pattern)
    .map(({ name }) => folder + name)
    .concat(below.flatMap((each) => findNow(pattern, root, `${folder}${each.name}/`, each.isSymbolicLink())));
}

/** What of a folder matches a pattern, then what of the folders below it, which a link leads to but no further. */
export async function find(pattern: string, root: string, folder: string, isLinked = false): Promise<string[]> {
  const entries = await list(root, folder);
  const below = isLinked ? [] : foldersAmong(entries, pattern);
  const paths = matching(entries, pattern).map(({ name }) => folder + name);
  const deeper = below.map((each) => find(pattern, root, `${folder}${each.name}/`, each.isSymbolicLink()));
  return paths.concat((await Promise.all(deeper)).flat());
}

function matching(entries: readonly Entry[], pattern: string): Entry[] {
  if (pattern.endsWith("/**")) return entries.filter(({ name }) => !name.startsWith("."));
  const ending = pattern.slice(pattern.lastIndexOf("*") + 1);
  return entries.filter(({ name }) => /^(?!\.)./.test(name) && name.endsWith(ending));
}

/** The folders that `**` goes into: with nothing behind it, none that a link leads to. */
function foldersAmong(entries: readonly Entry[], pattern: string): Entry[] {
  if (pattern.endsWith("/**")) return entries.filter((each) => !each.name.startsWith(".") && each.isDirectory());
  if (!pattern.includes("**\/")) return [];
  return entries.filter((each) => !each.name.startsWith(".") && (each.isDirectory() || each.isSymbolicLink()));
}

export function listNow(root: string, folder: string): Entry[] {
  try {
    return readdirSync(resolve(root, folder), { withFileTypes: true });
  } catch (error) {
    return nothing(error, folder);
  }
}

export async function list(root: string, folder: string): Promise<Entry[]> {
  try {
    return await readdir(resolve(root, folder), { withFileTypes: true });
  } catch (error) {
    return nothing(error, folder);
  }
}

/** No entries where there is no such folder; the root may be missing, but no file. */
function nothing(error: unknown, folder: string): Entry[] {
  const { code } = error as { code?: unknown };
  const isRoot = ["", ".", "./"].includes(folder);
  const missing = ["ENOENT", "ELOOP", "ENAMETOOLONG", "ENOTSUP", "UNKNOWN"].concat(isRoot ? [] : "ENOTDIR");
  if (missing.includes(code as string)) return [];
  throw error;
}

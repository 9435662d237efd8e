import { lstatSync, readdirSync } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { resolve } from "node:path";

interface NamedEntry {
  readonly name: string;
  isDirectory(): boolean;
}

/** What fast-glob finds, files and folders, for a path or for a pattern with one star in its last name or `**` before it. */
export function lookNow(pattern: string, root: string, hasDots: boolean): string[] {
  if (pattern.includes("*")) return lookInNow(folderOf(pattern), pattern, root, hasDots);
  return unlessMissingNow(() => [lstatSync(resolve(root, pattern)) && pattern]);
}

/** What fast-glob finds, files and folders, for a path or for a pattern with one star in its last name or `**` before it. */
export async function look(pattern: string, root: string, hasDots: boolean): Promise<string[]> {
  if (pattern.includes("*")) return lookIn(folderOf(pattern), pattern, root, hasDots);
  return unlessMissing(async () => [(await lstat(resolve(root, pattern))) && pattern]);
}

function lookInNow(folder: string, pattern: string, root: string, hasDots: boolean): string[] {
  const entries = unlessMissingNow<NamedEntry>(() => readdirSync(resolve(root, folder), { withFileTypes: true }));
  return entriesAtEnd(entries, pattern, hasDots)
    .map(({ name }) => folder + name)
    .concat(
      foldersWithin(entries, pattern, hasDots).flatMap(({ name }) =>
        lookInNow(`${folder}${name}/`, pattern, root, hasDots),
      ),
    );
}

async function lookIn(folder: string, pattern: string, root: string, hasDots: boolean): Promise<string[]> {
  const entries = await unlessMissing<NamedEntry>(() => readdir(resolve(root, folder), { withFileTypes: true }));
  const paths = entriesAtEnd(entries, pattern, hasDots).map(({ name }) => folder + name);
  const folders = foldersWithin(entries, pattern, hasDots);
  const deeper = folders.map(({ name }) => lookIn(`${folder}${name}/`, pattern, root, hasDots));
  return paths.concat((await Promise.all(deeper)).flat());
}

/** What stands in a pattern before its stars: "", or a folder with a slash behind it. */
function folderOf(pattern: string): string {
  return pattern.slice(0, pattern.indexOf("*")).replace(/^\.\//, "");
}

/** The entries that the end of a pattern matches. A line break is nothing that `**` matches, nor a star at its start. */
function entriesAtEnd(entries: readonly NamedEntry[], pattern: string, hasDots: boolean): NamedEntry[] {
  const name = pattern.endsWith("**") ? /^.+$/ : /^./;
  const ending = pattern.slice(pattern.lastIndexOf("*") + 1);
  return entries.filter(
    (each) => (hasDots || !each.name.startsWith(".")) && name.test(each.name) && each.name.endsWith(ending),
  );
}

/** The folders that `**` goes into. */
function foldersWithin(entries: readonly NamedEntry[], pattern: string, hasDots: boolean): NamedEntry[] {
  if (!pattern.includes("**")) return [];
  return entries.filter(
    (each) => (hasDots || !each.name.startsWith(".")) && each.isDirectory() && /^.+$/.test(each.name),
  );
}

function unlessMissingNow<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return [];
    throw error;
  }
}

async function unlessMissing<T>(read: () => Promise<T[]>): Promise<T[]> {
  try {
    return await read();
  } catch (error) {
    if ((error as { code?: unknown }).code === "ENOENT") return [];
    throw error;
  }
}

/** What glob 7 and 8 find for patterns of names, stars, `**` and braces, and with which options. */
import { lstatSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { list, listNow } from "./glob-7.ts";
import { alternativesOf, finish, finishNow, isAmong, type Options, type Part, type Terms, walk } from "./globs.ts";

export function findAllNow(pattern: string, options: Options): string[] {
  const root = resolve("cwd" in options ? (options.cwd as string) : "");
  const terms = earlySearch(root, options);
  const found = finishNow(walk("", earlyPlaces(pattern, terms.dot), terms), (folder) => listNow(root, folder));
  return earlyPaths(found, root, options, terms);
}

export async function findAll(pattern: string, options: Options): Promise<string[]> {
  const root = resolve("cwd" in options ? (options.cwd as string) : "");
  const terms = earlySearch(root, options);
  const found = await finish(walk("", earlyPlaces(pattern, terms.dot), terms), (folder) => list(root, folder));
  return earlyPaths(found, root, options, terms);
}

function earlyPlaces(pattern: string, dot: boolean) {
  return alternativesOf(pattern).map((each) => ({ parts: earlyParts(each, dot), at: 0 }));
}

function earlySearch(root: string, { dot = false, ignore = [] }: Options): Terms {
  return {
    dot,
    ignored: [ignore].flat().flatMap((each) => alternativesOf(each).map((one) => earlyParts(one, true))),
    isSame: (name, part) => name === part,
    isThere: (path) => isThere(resolve(root, path)),
    itself: (folder) => (folder !== "" && isFolder(resolve(root, folder)) ? [folder] : []),
    isCurious: true,
  };
}

function earlyParts(pattern: string, dot: boolean): Part[] {
  return pattern.split("/").map((part) => {
    if (part === "**" || !part.includes("*")) return part;
    return new RegExp(`^(?=.)${dot ? "" : "(?!\\.)"}${part.replace(/\./g, "\\.").replace(/\*+/g, "[^]*")}$`);
  });
}

function earlyPaths(found: readonly string[], root: string, { nodir, absolute }: Options, terms: Terms): string[] {
  const isKept = (path: string): boolean => !isAmong(path, terms.ignored, terms.isSame);
  const paths = [...new Set(found)].filter((path) => isKept(path) && !(nodir && isFolder(resolve(root, path))));
  return absolute ? paths.map((path) => resolve(root, path).split(sep).join("/")).filter(isKept) : paths;
}

/** Whether there is something of that name, a link that leads nowhere too. */
function isThere(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch (error) {
    return !["ENOENT", "ENOTDIR"].includes((error as { code?: string }).code ?? "");
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

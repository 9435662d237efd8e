/** What glob finds from version 9 on for patterns of names, stars, `**` and braces, and with which options. */
import { lstatSync } from "node:fs";
import { join, normalize } from "node:path";
import { alternativesOf, isAmong, type Options, type Part, type Terms } from "./globs.ts";

export function placesOf(patterns: string | readonly string[], dot: boolean) {
  return [patterns]
    .flat()
    .flatMap((pattern) => alternativesOf(pattern).map((each) => ({ parts: partsOf(each, dot), at: 0 })));
}

export function searchOf(root: string, { dot = false, ignore = [] }: Options): Terms {
  return {
    dot,
    ignored: [ignore].flat().flatMap((each) => alternativesOf(each).map((one) => partsOf(one, true))),
    isSame: (name, part) => (foldsCase() ? name.toLowerCase() === part.toLowerCase() : name === part),
    isThere: (path) => typeOf(join(root, path)) !== undefined,
    itself: (folder) => (typeOf(join(root, folder)) === undefined ? [] : [folder === "" ? "." : folder]),
    isCurious: false,
  };
}

/** Upper and lower case are the same to the file systems of macOS and Windows. */
function foldsCase(): boolean {
  return process.platform === "darwin" || process.platform === "win32";
}

function partsOf(pattern: string, dot: boolean): Part[] {
  const parts = pattern.replace(/^\.\//, "/").split("/");
  return parts.map((part) => {
    if (part === "**" || !part.includes("*")) return part;
    const source = part.replace(/\./g, "\\.").replace(/\*+/g, "[^]*");
    return new RegExp(`^${dot ? "" : "(?!\\.)"}${source}$`, foldsCase() ? "i" : "");
  });
}

export function pathsOf(found: readonly string[], root: string, { nodir, absolute }: Options, terms: Terms): string[] {
  return [...new Set(found)]
    .filter((path) => !isAmong(path, terms.ignored, terms.isSame))
    .filter((path) => !nodir || typeOf(join(root, path)) !== "folder")
    .map((path) => (absolute ? join(root, path) : normalize(path)));
}

function typeOf(path: string): "folder" | "other" | undefined {
  try {
    return lstatSync(path).isDirectory() ? "folder" : "other";
  } catch {
    return undefined;
  }
}

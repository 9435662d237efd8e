/** What fast-glob finds for patterns of names, stars, `**` and braces, folder by folder. */
import { lstatSync, readdirSync, statSync } from "node:fs";
import { lstat, readdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { alternativesOf, type Part } from "./globs.ts";

/** What is at a path, a link's end where links are followed. */
interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

interface Found {
  readonly name: string;
  readonly kind: Kind;
}

export interface Wanted {
  readonly cwd?: string;
  readonly dot?: boolean;
  readonly onlyFiles?: boolean;
  readonly onlyDirectories?: boolean;
  readonly absolute?: boolean;
  readonly followSymbolicLinks?: boolean;
  readonly caseSensitiveMatch?: boolean;
  readonly deep?: number;
  readonly markDirectories?: boolean;
  readonly suppressErrors?: boolean;
  readonly unique?: boolean;
}

/** Asks for the entries of a folder, or for what is at a path, and gives the paths in the end. */
type Search = Generator<{ readonly path: string; readonly isFolder: boolean }, string[], readonly Found[]>;

export function seekNow(patterns: readonly string[], ignored: readonly string[], terms: Wanted): string[] {
  const { cwd = "" } = terms;
  const search = seek(patterns, ignored, terms);
  let step = search.next();
  while (!step.done) {
    const { path, isFolder } = step.value;
    step = search.next((isFolder ? entriesNow : entryNow)(resolve(cwd, path), terms));
  }
  return step.value;
}

export async function seekLater(
  patterns: readonly string[],
  ignored: readonly string[],
  terms: Wanted,
): Promise<string[]> {
  const { cwd = "" } = terms;
  const search = seek(patterns, ignored, terms);
  let step = search.next();
  while (!step.done) {
    const { path, isFolder } = step.value;
    step = search.next(await (isFolder ? entriesLater : entryLater)(resolve(cwd, path), terms));
  }
  return step.value;
}

/** The paths that patterns match: those without a star, then those of a folder before those of the folders in it. */
function* seek(patterns: readonly string[], ignored: readonly string[], terms: Wanted): Search {
  const { cwd = "", dot = false, onlyDirectories = false, absolute = false, deep = Infinity, unique = true } = terms;
  const onlyFiles = !onlyDirectories && (terms.onlyFiles ?? true);
  const flags = terms.caseSensitiveMatch === false ? "i" : "";
  const isLookedFor = (each: string): boolean => each.includes("*") || flags === "i";
  const paths: string[] = [];
  const seen = new Set<string>();
  const all = patterns.flatMap(sortedAlternatives);
  const hidden = ignored.flatMap(alternativesOf).map((each) => partsIn(each, true, flags));
  const shut = ignored
    .flatMap(alternativesOf)
    .filter((each) => /(?:^|\/)[^*]*$|\/\*\*$/.test(each))
    .map((each) => partsIn(each, dot, flags));
  const add = (path: string, kind: Kind, own: readonly (readonly Part[])[]): void => {
    const plain = path.replace(/^\.\//, "");
    if ((unique && seen.has(plain)) || (onlyFiles && !kind.isFile()) || (onlyDirectories && !kind.isDirectory()))
      return;
    const isFolder = kind.isDirectory();
    if (!isOneOf(plain, own, dot, isFolder) || isOneOf(plain, hidden, true, isFolder)) return;
    seen.add(plain);
    const found = absolute ? resolve(cwd, path).replace(/\\/g, "/") : path;
    paths.push(terms.markDirectories && isFolder ? `${found}/` : found);
  };
  for (const path of groupsOf(all.filter((each) => !isLookedFor(each))).flatMap(([, own]) => own))
    for (const { kind } of yield { path, isFolder: false }) add(path, kind, [partsIn(path, dot, flags)]);
  for (const [base, own] of groupsOf(all.filter(isLookedFor))) {
    const places = own.map((each) => partsIn(each, dot, flags));
    const folders = [base];
    for (const folder of folders)
      for (const { name, kind } of yield { path: folder, isFolder: true }) {
        const path = folder === "" ? name : `${folder}/${name}`;
        const plain = path.replace(/^\.\//, "");
        add(path, kind, places);
        if (levelOf(path) - levelOf(base) >= deep) continue;
        if (kind.isDirectory() && leadsOn(plain, places, dot) && !isOneOf(plain, shut, dot)) folders.push(path);
      }
  }
  return paths;
}

function levelOf(path: string): number {
  return path === "" ? 0 : path.split("/").length;
}

/** Patterns by the folder that stands before their first star or last name; all together where one has none. */
function groupsOf(patterns: readonly string[]): [string, readonly string[]][] {
  // Names that are whole numbers come first in any object.
  const groups = Object.create(null) as Record<string, string[]>;
  for (const each of patterns) {
    const base = each.replace(/\*.*$/, "").replace(/(?:^|\/)[^/]*$/, "");
    const place = base === "." ? "" : base;
    groups[place] = [...(groups[place] ?? []), each];
  }
  return "" in groups ? [["", patterns]] : Object.entries(groups);
}

/** The patterns that one with braces stands for, the short ones first. */
function sortedAlternatives(pattern: string): string[] {
  return alternativesOf(pattern).sort((a, b) => a.length - b.length);
}

export function partsIn(pattern: string, dot: boolean, flags: string): Part[] {
  // Behind a star, `**` is not nothing.
  const text = pattern.replace(/^\.\//, "").replace(/((?:^|\/|[^/])\*)\/\*\*$/, "$1/**/");
  return text.split("/").map((part) => {
    if (part === "") return dot ? /^/ : /^(?!\.)/;
    if (part === "**" || !(part.includes("*") || flags === "i")) return part;
    const start = part.includes("*") ? `(?=[^])${dot ? "" : "(?!\\.)"}` : "";
    return new RegExp(`^${start}${part.replace(/\./g, "\\.").replace(/\*+/g, "[^]*")}$`, flags);
  });
}

/** Whether one of some patterns matches a path, that of a folder with or without a slash behind it. */
export function isOneOf(path: string, patterns: readonly (readonly Part[])[], dot: boolean, isFolder = false): boolean {
  return [path, ...(isFolder ? [`${path}/`] : [])].some((text) =>
    patterns.some((parts) => restsOf(text.split("/"), parts, dot).some((rest) => rest.length === 0)),
  );
}

function leadsOn(path: string, patterns: readonly (readonly Part[])[], dot: boolean): boolean {
  return patterns.some((parts) => restsOf(path.split("/"), parts, dot).some((rest) => rest.length > 0));
}

/** What is left of a pattern behind some names, in every way that it matches them. */
function restsOf(names: readonly string[], parts: readonly Part[], dot: boolean): (readonly Part[])[] {
  const [name, ...others] = names;
  const [part, ...rest] = parts;
  if (part === "**") {
    const behind = restsOf(names, rest, dot);
    if (name === undefined) return [parts, ...behind];
    return dot || !name.startsWith(".") ? [...restsOf(others, parts, dot), ...behind] : behind;
  }
  if (name === undefined) return [parts];
  if (part === undefined || !(typeof part === "string" ? name === part : part.test(name))) return [];
  return restsOf(others, rest, dot);
}

function isFollowed({ followSymbolicLinks = true }: Wanted): boolean {
  return followSymbolicLinks;
}

function entriesNow(folder: string, terms: Wanted): Found[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      kind: entry.isSymbolicLink() && isFollowed(terms) ? endNow(join(folder, entry.name), entry) : entry,
    }));
  } catch (error) {
    return unlessMissing(error, terms);
  }
}

async function entriesLater(folder: string, terms: Wanted): Promise<Found[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return await Promise.all(
      entries.map(async (entry) => ({
        name: entry.name,
        kind: entry.isSymbolicLink() && isFollowed(terms) ? await endLater(join(folder, entry.name), entry) : entry,
      })),
    );
  } catch (error) {
    return unlessMissing(error, terms);
  }
}

function entryNow(path: string, terms: Wanted): Found[] {
  try {
    const kind = lstatSync(path);
    return [{ name: path, kind: kind.isSymbolicLink() && isFollowed(terms) ? statSync(path) : kind }];
  } catch (error) {
    return unlessMissing(error, terms);
  }
}

async function entryLater(path: string, terms: Wanted): Promise<Found[]> {
  try {
    const kind = await lstat(path);
    return [{ name: path, kind: kind.isSymbolicLink() && isFollowed(terms) ? await stat(path) : kind }];
  } catch (error) {
    return unlessMissing(error, terms);
  }
}

/** What a link leads to; the link itself where that is nothing. */
function endNow(path: string, link: Kind): Kind {
  try {
    return statSync(path);
  } catch {
    return link;
  }
}

async function endLater(path: string, link: Kind): Promise<Kind> {
  try {
    return await stat(path);
  } catch {
    return link;
  }
}

function unlessMissing(error: unknown, terms: Wanted): never[] {
  if (terms.suppressErrors || (error as { code?: unknown }).code === "ENOENT") return [];
  throw error;
}

import { lstatSync, rmSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import {
  defineRecipe,
  type Deviation,
  type FolderGlob,
  type InnerPath,
  type PlainEntryPath,
  type RootGlob,
} from "../src/recipe.ts";
import { look, lookNow } from "./families/fast-glob.ts";
import { find, findNow, startOf } from "./families/glob-7.ts";

type Patterns = InnerPath | RootGlob | FolderGlob | PlainEntryPath | readonly (InnerPath | RootGlob | FolderGlob)[];
// A pattern that begins where it stands makes later versions begin there with every other one.
type LaterPatterns =
  | InnerPath
  | RootGlob
  | FolderGlob
  | PlainEntryPath
  | readonly (InnerPath | FolderGlob)[]
  | readonly (InnerPath | RootGlob)[];

const early: readonly Deviation[] = [
  { severity: "message", note: "The error for a path that is not inside of the current directory has another text." },
  { severity: "quirk", note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform." },
  {
    severity: "quirk",
    note: "What is special to a glob in `__dirname` is part of a name, where the package looks for what matches it.",
  },
  {
    severity: "quirk",
    note: "A folder that may not be removed is an error of `fs.rmSync`, where the package says nothing and gives its path.",
  },
  {
    severity: "quirk",
    note: "A link that leads nowhere is removed by its name also where `**` of an earlier pattern in the list has met it.",
    exports: ["sync"],
  },
];

const middle: readonly Deviation[] = [
  { severity: "message", note: "The error for a path that is not inside of the current directory has another text." },
  { severity: "quirk", note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform." },
  {
    severity: "quirk",
    note: "What is special to a glob in `__dirname` is part of a name, where the package looks for what matches it.",
  },
  {
    severity: "quirk",
    note: "A folder that may not be removed is an error of `fs.rmSync`, where the package says nothing and gives its path.",
  },
  {
    severity: "quirk",
    note: "A path or pattern that begins with the name of a member of all objects (`constructor/a`) is served, where the package fails.",
  },
];

const later: readonly Deviation[] = [
  { severity: "message", note: "The error for a path that is not inside of the current directory has another text." },
  { severity: "quirk", note: "A busy file is tried again three times, 0.1 to 0.3 seconds apart, on every platform." },
  {
    severity: "quirk",
    note: "What is special to a glob in `__dirname` is part of a name, where the package looks for what matches it.",
  },
  {
    severity: "quirk",
    note: "A path or pattern that begins with the name of a member of all objects (`constructor/a`) is served, where the package fails.",
  },
];

const named = {
  deleteAsync: [
    (path: InnerPath): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 }),
    deleteAsync,
  ],
  deleteSync: [(path: InnerPath): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 }), deleteSync],
};

export default defineRecipe(
  {
    package: "del",
    versions: ">=2.2.2 <5",
    replacement: "fs.rm with recursive and force",
    floor: { node: "14.14.0" },
    deviations: early,
    exports: { default: delEarly, sync: delEarlySync },
  },
  {
    package: "del",
    versions: ">=5.1 <7",
    replacement: "fs.rm with recursive and force",
    floor: { node: "14.14.0" },
    deviations: middle,
    exports: {
      default: [(path: InnerPath): Promise<void> => rm(path, { recursive: true, force: true, maxRetries: 3 }), del],
      sync: [(path: InnerPath): void => rmSync(path, { recursive: true, force: true, maxRetries: 3 }), delSync],
    },
  },
  {
    package: "del",
    versions: ">=7 <8",
    replacement: "fs.rm with recursive and force",
    floor: { node: "14.14.0" },
    deviations: middle,
    exports: named,
  },
  {
    package: "del",
    versions: ">=8 <9",
    replacement: "fs.rm with recursive and force",
    floor: { node: "14.14.0" },
    deviations: later,
    exports: named,
  },
);

/** Removes what paths and patterns name, with all it contains; gives the paths of what was removed. */
async function del(patterns: Patterns, options: { force?: boolean; dot?: boolean } = {}): Promise<string[]> {
  return remove([patterns].flat(), options);
}

/** Removes what paths and patterns name, with all it contains; gives the paths of what was removed. */
function delSync(patterns: Patterns, options: { force?: boolean; dot?: boolean } = {}): string[] {
  return removeNow([patterns].flat(), options);
}

/** Removes what paths and patterns name, with all it contains; gives the paths of what was removed. */
async function deleteAsync(
  patterns: LaterPatterns,
  options: { force?: boolean; dot?: boolean } = {},
): Promise<string[]> {
  return remove([patterns].flat().map(withoutDot), options);
}

/** Removes what paths and patterns name, with all it contains; gives the paths of what was removed. */
function deleteSync(patterns: LaterPatterns, options: { force?: boolean; dot?: boolean } = {}): string[] {
  return removeNow([patterns].flat().map(withoutDot), options);
}

function withoutDot(pattern: string): string {
  return pattern.replace(/^\.\//, "");
}

async function remove(patterns: readonly string[], options: { force?: boolean; dot?: boolean }): Promise<string[]> {
  const { dot = false, force = false } = options;
  const cwd = process.cwd();
  const found = await Promise.all(patterns.map((pattern) => look(pattern, cwd, dot)));
  // What is below a folder goes before it.
  const paths = [...new Set(found.flat())].sort((a, b) => b.localeCompare(a)).map((path) => resolve(cwd, path));
  if (!force) checkInside(paths, cwd);
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true, maxRetries: 3 })));
  return paths.sort((a, b) => a.localeCompare(b));
}

function removeNow(patterns: readonly string[], options: { force?: boolean; dot?: boolean }): string[] {
  const { dot = false, force = false } = options;
  const cwd = process.cwd();
  const found = patterns.flatMap((pattern) => lookNow(pattern, cwd, dot));
  const paths = [...new Set(found)].sort((a, b) => b.localeCompare(a)).map((path) => resolve(path));
  if (!force) checkInside(paths, cwd);
  for (const path of paths) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  return paths.sort((a, b) => a.localeCompare(b));
}

/** Throws for the current directory and for what is outside of it. */
function checkInside(paths: readonly string[], cwd: string): void {
  for (const path of paths) {
    const way = relative(cwd, path);
    if (way === "" || way === ".." || way.startsWith(`..${sep}`) || way === path)
      throw new Error(`${path} is not inside of the current directory: only the force option removes it`);
  }
}

/** Removes what paths and patterns name, with all it contains; gives the paths of what was removed. */
async function delEarly(patterns: Patterns, options: { force?: boolean } = {}): Promise<string[]> {
  const list = [patterns].flat();
  const cwd = process.cwd();
  const found = await Promise.all(list.map((pattern) => findEarly(pattern, cwd)));
  const paths = [...new Set(found.flat())].map((path) => resolve(cwd, path));
  if (!options.force) checkInside(paths, cwd);
  // A link to a folder goes, not what is found by way of it.
  const links = list.filter((each) => each.endsWith("/**")).map((each) => resolve(cwd, each.slice(0, -3)));
  const ways = links.filter(isLink).map((link) => link + sep);
  const each = paths.filter((path) => !ways.some((way) => path.startsWith(way)));
  await Promise.all(each.map((path) => rm(path, { recursive: true, force: true, maxRetries: 3 })));
  return paths;
}

/** Removes what paths and patterns name, with all it contains; gives the paths of what was removed. */
function delEarlySync(patterns: Patterns, options: { force?: boolean } = {}): string[] {
  const cwd = process.cwd();
  const found = [patterns].flat().flatMap((pattern) => findEarlyNow(pattern, cwd));
  const paths = [...new Set(found)].map((path) => resolve(path));
  if (!options.force) checkInside(paths, cwd);
  for (const path of paths) rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  return paths;
}

async function findEarly(pattern: string, root: string): Promise<string[]> {
  if (!pattern.includes("*")) return isThere(pattern, root) ? [pattern] : [];
  const paths = await find(pattern, root, startOf(pattern));
  return folderItself(pattern, root).concat(paths.sort((a, b) => a.localeCompare(b, "en")));
}

function findEarlyNow(pattern: string, root: string): string[] {
  if (!pattern.includes("*")) return isThere(pattern, root) ? [pattern] : [];
  const paths = findNow(pattern, root, startOf(pattern));
  return folderItself(pattern, root).concat(paths.sort((a, b) => a.localeCompare(b, "en")));
}

/** The folder that a pattern such as "dist/**" is about, which it names too. */
function folderItself(pattern: string, root: string): string[] {
  const folder = pattern.slice(0, -3);
  return pattern.endsWith("/**") && isThere(`${folder}/`, root) ? [folder] : [];
}

/** Whether there is something of that name, a link that leads nowhere too; with a slash behind it, only a folder. */
function isThere(path: string, root: string): boolean {
  const target = resolve(root, path);
  try {
    return lstatSync(target) !== undefined && (!path.endsWith("/") || statSync(target).isDirectory());
  } catch (error) {
    return !["ENOENT", "ENOTDIR"].includes((error as { code?: string }).code ?? "");
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

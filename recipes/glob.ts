import { readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineRecipe, type Deviation, type SimpleGlob } from "../src/recipe.ts";
import { type Entry, find, findNow, startOf } from "./families/glob-7.ts";

type Callback = (error: Error | null, paths: string[]) => void;

const callbacks: readonly Deviation[] = [
  { severity: "message", note: "The error where cwd is a file, and any error on Windows, has the system's own text." },
  {
    severity: "quirk",
    note: "Of a directory that may be listed but not entered, `**` finds the files, where the package fails.",
  },
  {
    severity: "quirk",
    note: "A null byte in cwd is an error for the callback, where the package throws it.",
    exports: ["default", "glob"],
  },
  {
    severity: "quirk",
    note: "An error is only handed to the callback, where the package prints it as well.",
    exports: ["default", "glob"],
  },
];

const promises: readonly Deviation[] = [
  { severity: "quirk", note: "For a cwd with a null byte, a promise gives no path, where the package rejects it." },
  { severity: "message", note: "The TypeError for a cwd that is no path has another text." },
  {
    severity: "quirk",
    note: "Of `**`, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
  },
  {
    severity: "quirk",
    note: "Where cwd is a link to a directory, a pattern that begins with `**` finds what is there, where the package finds nothing.",
  },
];

const named = { glob, globSync, sync: globSync };

export default defineRecipe(
  {
    package: "glob",
    versions: ">=7.1.3 <7.1.7",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: callbacks,
    exports: {
      default: globCalledByLocale,
      glob: globCalledByLocale,
      sync: globSortedByLocale,
    },
  },
  {
    package: "glob",
    versions: ">=7.1.7 <9",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: callbacks,
    exports: { default: globCalled, glob: globCalled, sync: globSorted },
  },
  {
    package: "glob",
    versions: ">=9.3 <10",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: promises,
    exports: { default: glob, ...named },
  },
  {
    package: "glob",
    versions: ">=10 <15",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: promises,
    exports: { ...named },
  },
);

/** The paths that a pattern such as "src/*.js" matches, in the order of the alphabet. */
function globSortedByLocale(pattern: SimpleGlob, options: { cwd: unknown } = { cwd: "" }): string[] {
  return findNow(pattern, resolve(options.cwd as string), startOf(pattern)).sort((a, b) => a.localeCompare(b));
}

/** Calls back with the paths that a pattern such as "src/*.js" matches, in the order of the alphabet. */
function globCalledByLocale(pattern: SimpleGlob, options: { cwd: unknown } | Callback, callback?: Callback): void {
  const [cwd, done] = typeof options === "function" ? ["", options] : [options.cwd as string, callback];
  find(pattern, resolve(cwd), startOf(pattern)).then(
    (paths) =>
      done &&
      process.nextTick(
        done,
        null,
        paths.sort((a, b) => a.localeCompare(b)),
      ),
    (error) => done && process.nextTick(done, error),
  );
}

/** The paths that a pattern such as "src/*.js" matches, in the order of the alphabet. */
function globSorted(pattern: SimpleGlob, options: { cwd: unknown } = { cwd: "" }): string[] {
  return findNow(pattern, resolve(options.cwd as string), startOf(pattern)).sort((a, b) => a.localeCompare(b, "en"));
}

/** Calls back with the paths that a pattern such as "src/*.js" matches, in the order of the alphabet. */
function globCalled(pattern: SimpleGlob, options: { cwd: unknown } | Callback, callback?: Callback): void {
  const [cwd, done] = typeof options === "function" ? ["", options] : [options.cwd as string, callback];
  find(pattern, resolve(cwd), startOf(pattern)).then(
    (paths) =>
      done &&
      process.nextTick(
        done,
        null,
        paths.sort((a, b) => a.localeCompare(b, "en")),
      ),
    (error) => done && process.nextTick(done, error),
  );
}

/** The paths that a pattern such as "src/*.js" matches. */
function globSync(pattern: SimpleGlob, options: { cwd: unknown } = { cwd: "" }): string[] {
  return searchNow(pattern, rootOf(options.cwd), startOf(pattern));
}

/** The paths that a pattern such as "src/*.js" matches. */
async function glob(pattern: SimpleGlob, options: { cwd: unknown } = { cwd: "" }): Promise<string[]> {
  return search(pattern, rootOf(options.cwd), startOf(pattern));
}

function rootOf(cwd: unknown): string {
  const given = (cwd || "") as string | URL;
  return resolve(given instanceof URL || given.startsWith("file://") ? fileURLToPath(given) : given);
}

/** What of a folder matches a pattern, then what of the folders below it, which a link leads to but no further. */
function searchNow(pattern: string, root: string, folder: string, isLinked = false): string[] {
  const entries = readNow(join(root, folder));
  const below = isLinked ? [] : foldersBelow(entries, pattern);
  return matches(entries, pattern)
    .map(({ name }) => join(folder, name))
    .concat(below.flatMap((each) => searchNow(pattern, root, join(folder, each.name), each.isSymbolicLink())));
}

/** What of a folder matches a pattern, then what of the folders below it, which a link leads to but no further. */
async function search(pattern: string, root: string, folder: string, isLinked = false): Promise<string[]> {
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
function readNow(folder: string): Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).reverse();
  } catch {
    return [];
  }
}

async function read(folder: string): Promise<Entry[]> {
  try {
    return (await readdir(folder, { withFileTypes: true })).reverse();
  } catch {
    return [];
  }
}

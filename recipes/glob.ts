import { lstatSync, readdirSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, normalize, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type BareGlob, defineRecipe, type Deviation, type Glob, type SimpleGlob } from "../src/recipe.ts";
import { type Entry, find, findNow, list, listNow, startOf } from "./families/glob-7.ts";
import { alternativesOf, finish, finishNow, isAmong, type Part, type Terms, walk } from "./families/globs.ts";

type Callback = (error: Error | null, paths: string[]) => void;
type Options = {
  cwd?: unknown;
  dot?: boolean;
  nodir?: boolean;
  absolute?: boolean;
  ignore?: BareGlob | readonly BareGlob[];
};

const callbacks: readonly Deviation[] = [
  { severity: "message", note: "The error where cwd is a file, and any error on Windows, has the system's own text." },
  {
    severity: "quirk",
    note: "Of a directory that may be listed but not entered, `**` finds the files, where the package fails.",
  },
  {
    severity: "quirk",
    note: "A link that leads nowhere is found by its name also where `**` has met it for an earlier one of several in braces.",
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
    note: "Of several folders, a promise gives the paths in the order of the synchronous function, where the package gives them as the disk answers.",
  },
  {
    severity: "quirk",
    note: "Where cwd is a link to a directory, a pattern that begins with `**` finds what is there, where the package finds nothing.",
  },
  {
    severity: "quirk",
    note: "Before version 10.3.12, where a folder has a name behind stars or one of several in braces, the paths come in another order.",
  },
];

const early = {
  default: [globCalled, globAllCalled],
  glob: [globCalled, globAllCalled],
  sync: [globSorted, globAllSorted],
};
const named = { glob: [glob, globAll], globSync: [globSync, globAllSync], sync: [globSync, globAllSync] };

export default defineRecipe(
  {
    package: "glob",
    versions: ">=7.1.3 <7.1.7",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: callbacks,
    exports: {
      default: [globCalledByLocale, globAllCalledByLocale],
      glob: [globCalledByLocale, globAllCalledByLocale],
      sync: [globSortedByLocale, globAllSortedByLocale],
    },
  },
  {
    package: "glob",
    versions: ">=7.1.7 <9",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: callbacks,
    exports: { ...early },
  },
  {
    package: "glob",
    versions: ">=9.3 <10",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: promises,
    exports: { default: [glob, globAll], ...named },
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

/** The paths that patterns such as "src/**\/*.{js,ts}" match, in the order of the alphabet. */
function globAllSortedByLocale(pattern: Glob, options: Options = {}): string[] {
  return findAllNow(pattern, options).sort((a, b) => a.localeCompare(b));
}

/** Calls back with the paths that patterns such as "src/**\/*.{js,ts}" match, in the order of the alphabet. */
function globAllCalledByLocale(pattern: Glob, options: Options | Callback, callback?: Callback): void {
  const [given, done] = typeof options === "function" ? [{}, options] : [options, callback];
  findAll(pattern, given).then(
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

/** The paths that patterns such as "src/**\/*.{js,ts}" match, in the order of the alphabet. */
function globAllSorted(pattern: Glob, options: Options = {}): string[] {
  return findAllNow(pattern, options).sort((a, b) => a.localeCompare(b, "en"));
}

/** Calls back with the paths that patterns such as "src/**\/*.{js,ts}" match, in the order of the alphabet. */
function globAllCalled(pattern: Glob, options: Options | Callback, callback?: Callback): void {
  const [given, done] = typeof options === "function" ? [{}, options] : [options, callback];
  findAll(pattern, given).then(
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

function findAllNow(pattern: string, options: Options): string[] {
  const root = resolve("cwd" in options ? (options.cwd as string) : "");
  const terms = earlySearch(root, options);
  const found = finishNow(walk("", earlyPlaces(pattern, terms.dot), terms), (folder) => listNow(root, folder));
  return earlyPaths(found, root, options, terms);
}

async function findAll(pattern: string, options: Options): Promise<string[]> {
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

/** The paths that patterns such as "src/**\/*.{js,ts}" match. */
function globAllSync(patterns: Glob | readonly Glob[], options: Options = {}): string[] {
  const root = rootOf(options.cwd);
  const terms = searchOf(root, options);
  const found = finishNow(walk("", placesOf(patterns, terms.dot), terms), (folder) => readNow(join(root, folder)));
  return pathsOf(found, root, options, terms);
}

/** The paths that patterns such as "src/**\/*.{js,ts}" match. */
async function globAll(patterns: Glob | readonly Glob[], options: Options = {}): Promise<string[]> {
  const root = rootOf(options.cwd);
  const terms = searchOf(root, options);
  const found = await finish(walk("", placesOf(patterns, terms.dot), terms), (folder) => read(join(root, folder)));
  return pathsOf(found, root, options, terms);
}

function placesOf(patterns: string | readonly string[], dot: boolean) {
  return [patterns]
    .flat()
    .flatMap((pattern) => alternativesOf(pattern).map((each) => ({ parts: partsOf(each, dot), at: 0 })));
}

function searchOf(root: string, { dot = false, ignore = [] }: Options): Terms {
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

function pathsOf(found: readonly string[], root: string, { nodir, absolute }: Options, terms: Terms): string[] {
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

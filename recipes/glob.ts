import { join, resolve } from "node:path";
import { defineRecipe, type Deviation, type Glob, type SimpleGlob } from "../src/recipe.ts";
import { find, findNow, startOf } from "./families/glob-7.ts";
import { read, readNow, rootOf, search, searchNow } from "./families/glob-9.ts";
import { findAll, findAllNow } from "./families/glob-early.ts";
import { pathsOf, placesOf, searchOf } from "./families/glob-later.ts";
import { finish, finishNow, type Options, walk } from "./families/globs.ts";

type Callback = (error: Error | null, paths: string[]) => void;

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
];

const manyPatterns: readonly Deviation[] = [
  ...promises,
  {
    severity: "quirk",
    note: "The paths of several patterns or alternatives, and those that links lead to, come in another order.",
  },
];

const early = {
  default: [globCalled, globAllCalled],
  glob: [globCalled, globAllCalled],
  sync: [globSorted, globAllSorted],
};
const named = { glob, globSync, sync: globSync };

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
    exports: { default: glob, ...named },
  },
  {
    package: "glob",
    versions: ">=10 <10.3.12",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: promises,
    exports: { ...named },
  },
  {
    package: "glob",
    versions: ">=10.3.12 <15",
    replacement: "a loop over fs.readdir",
    floor: { node: "14.0.0" },
    deviations: manyPatterns,
    exports: { glob: [glob, globAll], globSync: [globSync, globAllSync], sync: [globSync, globAllSync] },
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

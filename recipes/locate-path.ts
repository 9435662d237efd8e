import { lstatSync, statSync } from "node:fs";
import { lstat, stat } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineRecipe } from "../src/recipe.ts";

interface Options {
  cwd?: unknown;
  type?: "file" | "directory" | undefined;
  allowSymlinks?: boolean | undefined;
  preserveOrder?: true;
}

interface LateOptions {
  cwd?: unknown;
  type?: "file" | "directory" | undefined;
  allowSymlinks?: boolean | undefined;
  preserveOrder?: true;
}

export default defineRecipe(
  {
    package: "locate-path",
    versions: ">=5 <7",
    replacement: "a look at each path with fs.stat",
    floor: { node: "14.0.0" },
    exports: { default: locateEarly, sync: locateEarlySync },
  },
  {
    package: "locate-path",
    versions: ">=7.2 <9",
    replacement: "a look at each path with fs.stat",
    floor: { node: "14.17.0" },
    exports: { locatePath, locatePathSync },
  },
);

interface Search {
  cwd: string;
  type: string;
  allowSymlinks: boolean;
}

/** The first of some paths that is there, of the kind that is asked for. */
async function locateEarly(paths: readonly string[], options: Options = {}): Promise<string | undefined> {
  return firstOf(paths, searchFor(options));
}

/** The first of some paths that is there, of the kind that is asked for. */
function locateEarlySync(paths: readonly string[], options: Options = {}): string | undefined {
  const search = searchFor(options);
  return paths.find((path) => matchesNow(path, search));
}

function searchFor(options: Options): Search {
  const search = { cwd: process.cwd(), type: "file", allowSymlinks: true, ...options } as Search;
  if (search.type !== "file" && search.type !== "directory") throw new Error(`Invalid type specified: ${search.type}`);
  return search;
}

/** The first of some paths that is there, of the kind that is asked for. */
async function locatePath(paths: readonly string[], options: LateOptions = {}): Promise<string | undefined> {
  return firstOf(paths, lateSearchFor(options));
}

/** The first of some paths that is there, of the kind that is asked for. */
function locatePathSync(paths: readonly string[], options: LateOptions = {}): string | undefined {
  const search = lateSearchFor(options);
  return paths.find((path) => matchesNow(path, search));
}

function lateSearchFor(options: LateOptions): Search {
  const { cwd = process.cwd(), type = "file", allowSymlinks = true } = options;
  return { cwd: cwd instanceof URL ? fileURLToPath(cwd) : (cwd as string), type, allowSymlinks };
}

async function firstOf(paths: readonly string[], search: Search): Promise<string | undefined> {
  for (const path of paths) if (await matches(path, search)) return path;
  return undefined;
}

async function matches(path: string, { cwd, type, allowSymlinks }: Search): Promise<boolean> {
  try {
    return isKind(type, await (allowSymlinks ? stat : lstat)(resolve(cwd, path)));
  } catch {
    return false;
  }
}

function matchesNow(path: string, { cwd, type, allowSymlinks }: Search): boolean {
  try {
    return isKind(type, (allowSymlinks ? statSync : lstatSync)(resolve(cwd, path)));
  } catch {
    return false;
  }
}

function isKind(type: string, found: { isFile(): boolean; isDirectory(): boolean }): boolean {
  return (type !== "directory" && found.isFile()) || (type !== "file" && found.isDirectory());
}

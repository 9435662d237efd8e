/** What fs-extra does with directories and whole trees. */
import { mkdirSync, readdirSync, rm as rmCallback, rmSync } from "node:fs";
import { access, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { tellBack } from "../later.ts";

/** Makes a directory and its parents. */
export const ensureDir = [
  (path: string): Promise<string | undefined> => mkdir(path, { recursive: true }),
  (path: string, options: { mode?: number }): Promise<string | undefined> =>
    mkdir(path, { ...options, recursive: true }),
  makeAny,
];

/** Makes a directory and its parents. */
export const ensureDirSync = [
  (path: string): string | undefined => mkdirSync(path, { recursive: true }),
  (path: string, options: { mode?: number }): string | undefined => mkdirSync(path, { ...options, recursive: true }),
  makeSync,
];

/** Removes a file or a directory with all it contains. */
export const remove = [(path: string) => rm(path, { recursive: true, force: true }), removeAny];

/** Removes a file or a directory with all it contains. */
export const removeSync = (path: unknown) => rmSync(path as string, { recursive: true, force: true });

/** Whether a path exists. */
export const pathExists = [
  (path: string): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    ),
  existsAny,
];

function makeAny(path: string, options?: number | { mode?: number }): Promise<string | undefined>;
/** Makes a directory and its parents; gives a promise where there is no callback. */
function makeAny(...args: unknown[]): unknown {
  return tellBack(args, async (path, options) => mkdir(path as string, { mode: modeOf(options), recursive: true }));
}

function removeAny(path: string): Promise<void>;
/** Removes a file or a directory with all it contains; gives a promise where there is no callback. */
function removeAny(path: unknown, callback?: unknown): unknown {
  const options = { recursive: true, force: true };
  if (typeof callback !== "function") return rm(path as string, options);
  return rmCallback(path as string, options, callback as (error: Error | null) => void);
}

function existsAny(path: string): Promise<boolean>;
/** Whether a path exists; gives a promise where there is no callback. */
function existsAny(...args: unknown[]): unknown {
  return tellBack(args, (path) =>
    access(path as string).then(
      () => true,
      () => false,
    ),
  );
}

function modeOf(options: unknown): number {
  return typeof options === "number" ? options : ({ mode: 0o777, ...(options as object) } as { mode: number }).mode;
}

/** Makes a directory and its parents. */
function makeSync(path: unknown, options?: unknown): string | undefined {
  return mkdirSync(path as string, { mode: modeOf(options), recursive: true });
}

export function emptyDir(path: string): Promise<unknown>;
/** Removes all a directory contains, or makes it; gives a promise where there is no callback. */
export function emptyDir(...args: unknown[]): unknown {
  return tellBack(args, (path) => emptyAny(path as string));
}

async function emptyAny(path: string): Promise<unknown> {
  let names: string[];
  try {
    names = await readdir(path);
  } catch {
    return mkdir(path, { recursive: true });
  }
  return Promise.all(names.map((name) => rm(join(path, name), { recursive: true, force: true })));
}

export function emptyDirSync(path: string): void;
/** Removes all a directory contains, or makes it. */
export function emptyDirSync(path: unknown): unknown {
  let names: string[];
  try {
    names = readdirSync(path as string);
  } catch {
    return mkdirSync(path as string, { recursive: true });
  }
  for (const name of names) rmSync(join(path as string, name), { recursive: true, force: true });
  return undefined;
}

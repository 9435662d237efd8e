/** Directories with their parents, told to a callback: mkdirp in its early form, which others took over. */
import { mkdir, mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { ErrorCallback, NormalPath } from "../../src/recipe.ts";

export const makeDirectoryCases = [
  (path: NormalPath, callback: ErrorCallback) => mkdir(path, { recursive: true }, callback),
  (path: string, callback: ErrorCallback) => mkdir(resolve(path), { recursive: true }, callback),
  (path: NormalPath, mode: number, callback: ErrorCallback) => mkdir(path, { recursive: true, mode }, callback),
  (path: NormalPath, options: { mode?: number }, callback: ErrorCallback) =>
    mkdir(path, { ...options, recursive: true }, callback),
  makeDirectory,
];

/** Makes a directory and its parents; gives the first one made, or null. */
export const makeDirectorySyncCases = [
  (path: NormalPath): void => mkdirSync(path, { recursive: true }) as void,
  (path: string) => mkdirSync(resolve(path), { recursive: true }) || null,
  (path: NormalPath, mode: number): void => mkdirSync(path, { recursive: true, mode }) as void,
  (path: NormalPath, options: { mode?: number }): void => mkdirSync(path, { ...options, recursive: true }) as void,
  (path: unknown) => mkdirSync(resolve(path as string), { recursive: true }) || null,
];

/** Makes a directory and its parents; the callback is told the first one made, or null. */
function makeDirectory(path: unknown, callback?: (error: Error | null, made: string | null) => void): void {
  mkdir(resolve(path as string), { recursive: true }, (error, made) => callback && callback(error, made || null));
}

/** How the calls of mkdirp 0.5, and of what was made from it, differ. */
export const makeDirectoryDeviations = [
  { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
  {
    severity: "quirk",
    note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
  },
  {
    severity: "quirk",
    note: "With an error, the callback is not told what had been made by then.",
    exports: ["default"],
  },
  {
    severity: "quirk",
    note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
    exports: ["sync"],
  },
] as const;

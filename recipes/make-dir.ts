import { mkdirSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineRecipe, type NormalPath } from "../src/recipe.ts";

/** Makes a directory and its parents; gives its absolute path. */
const makeDir = [
  (path: NormalPath): Promise<void> => mkdir(path, { recursive: true }) as Promise<void>,
  (path: string): Promise<void> => mkdir(resolve(path), { recursive: true }) as Promise<void>,
  (path: NormalPath, options: { mode?: number }): Promise<void> =>
    mkdir(path, { ...options, recursive: true }) as Promise<void>,
  async (path: unknown) => {
    const directory = resolve(path as string);
    await mkdir(directory, { recursive: true });
    return directory;
  },
];

/** Makes a directory and its parents; gives its absolute path. */
const makeDirSync = [
  (path: NormalPath): void => mkdirSync(path, { recursive: true }) as void,
  (path: string): void => mkdirSync(resolve(path), { recursive: true }) as void,
  (path: NormalPath, options: { mode?: number }): void => mkdirSync(path, { ...options, recursive: true }) as void,
  (path: unknown) => {
    const directory = resolve(path as string);
    mkdirSync(directory, { recursive: true });
    return directory;
  },
];

/** Makes a directory and its parents; gives its absolute path. */
const makeDirectory = [
  (path: NormalPath | URL): Promise<void> => mkdir(path, { recursive: true }) as Promise<void>,
  (path: string): Promise<void> => mkdir(resolve(path), { recursive: true }) as Promise<void>,
  (path: NormalPath | URL, options: { mode?: number }): Promise<void> =>
    mkdir(path, { ...options, recursive: true }) as Promise<void>,
  async (path: unknown) => {
    const directory = resolve(path instanceof URL ? fileURLToPath(path) : (path as string));
    await mkdir(directory, { recursive: true });
    return directory;
  },
];

/** Makes a directory and its parents; gives its absolute path. */
const makeDirectorySync = [
  (path: NormalPath | URL): void => mkdirSync(path, { recursive: true }) as void,
  (path: string): void => mkdirSync(resolve(path), { recursive: true }) as void,
  (path: NormalPath | URL, options: { mode?: number }): void =>
    mkdirSync(path, { ...options, recursive: true }) as void,
  (path: unknown) => {
    const directory = resolve(path instanceof URL ? fileURLToPath(path) : (path as string));
    mkdirSync(directory, { recursive: true });
    return directory;
  },
];

export default defineRecipe(
  {
    package: "make-dir",
    versions: ">=1 <2",
    replacement: "fs.mkdir with recursive",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      },
      { severity: "quirk", note: "The package keeps the umask of the moment it was loaded, up to version 3.0." },
    ],
    exports: { default: makeDir, sync: makeDirSync },
  },
  {
    package: "make-dir",
    versions: ">=2 <3",
    replacement: "fs.mkdir with recursive",
    floor: { node: "14.0.0" },
    deviations: [
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      },
      { severity: "quirk", note: "The package keeps the umask of the moment it was loaded, up to version 3.0." },
    ],
    exports: { default: makeDir, sync: makeDirSync },
  },
  {
    package: "make-dir",
    versions: ">=3 <5",
    replacement: "fs.mkdir with recursive",
    floor: { node: "14.0.0" },
    deviations: [
      { severity: "quirk", note: "The package keeps the umask of the moment it was loaded, up to version 3.0." },
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      },
    ],
    exports: { default: makeDir, sync: makeDirSync },
  },
  {
    package: "make-dir",
    versions: ">=5 <6",
    replacement: "fs.mkdir with recursive",
    floor: { node: "14.0.0" },
    deviations: [
      { severity: "quirk", note: "A file URL is accepted, which version 5.0 refuses." },
      {
        severity: "quirk",
        note: "Passed on as a callback it ignores a second argument, where the package takes it for options.",
      },
      { severity: "message", note: "An error names the path as it was given, not as an absolute one." },
      {
        severity: "quirk",
        note: "The error has another code than EEXIST for a link that leads nowhere, or a file with a slash behind it.",
      },
    ],
    exports: { makeDirectory, makeDirectorySync },
  },
);

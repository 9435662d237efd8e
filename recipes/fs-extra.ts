import {
  accessSync,
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rm as rmCallback,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { access, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { defineRecipe } from "../src/recipe.ts";

interface JsonOptions {
  spaces?: string | number;
  EOL?: string;
}

/** Makes a directory and its parents. */
const ensureDir = [
  (path: string): Promise<string | undefined> => mkdir(path, { recursive: true }),
  (path: string, options: { mode?: number }): Promise<string | undefined> =>
    mkdir(path, { ...options, recursive: true }),
  makeAny,
];

/** Makes a directory and its parents. */
const ensureDirSync = [
  (path: string): string | undefined => mkdirSync(path, { recursive: true }),
  (path: string, options: { mode?: number }): string | undefined => mkdirSync(path, { ...options, recursive: true }),
  makeSync,
];

/** Removes a file or a directory with all it contains. */
const remove = [(path: string) => rm(path, { recursive: true, force: true }), removeAny];

/** Removes a file or a directory with all it contains. */
const removeSync = (path: unknown) => rmSync(path as string, { recursive: true, force: true });

/** Whether a path exists. */
const pathExists = [
  (path: string): Promise<boolean> =>
    access(path).then(
      () => true,
      () => false,
    ),
  existsAny,
];

export default defineRecipe({
  package: "fs-extra",
  versions: ">=10.1 <12",
  replacement: "node:fs",
  floor: { node: "14.14.0" },
  deviations: [
    {
      severity: "quirk",
      note: "On Windows, a path with characters that it does not allow gives the system's own error.",
      exports: ["ensureDir", "mkdirp", "mkdirs", "ensureDirSync", "mkdirpSync", "mkdirsSync", "outputFileSync"],
    },
  ],
  exports: {
    ensureDir,
    mkdirp: ensureDir,
    mkdirs: ensureDir,
    ensureDirSync,
    mkdirpSync: ensureDirSync,
    mkdirsSync: ensureDirSync,
    remove,
    removeSync,
    pathExists,
    pathExistsSync: existsSync,
    emptyDir,
    emptydir: emptyDir,
    emptyDirSync,
    emptydirSync: emptyDirSync,
    outputFileSync,
    readJsonSync,
    readJSONSync: readJsonSync,
    writeJsonSync,
    writeJSONSync: writeJsonSync,
    outputJsonSync,
    outputJSONSync: outputJsonSync,
    accessSync,
    appendFileSync,
    chmodSync,
    copyFileSync,
    existsSync,
    lstatSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    readlinkSync,
    realpathSync,
    renameSync,
    rmdirSync,
    rmSync,
    statSync,
    symlinkSync,
    unlinkSync,
    utimesSync,
    writeFileSync,
  },
});

function makeAny(path: string, options?: number | { mode?: number }): Promise<string | undefined>;
/** Makes a directory and its parents; gives a promise where there is no callback. */
function makeAny(...args: unknown[]): unknown {
  return callBack(args, async (path, options) => mkdir(path as string, { mode: modeOf(options), recursive: true }));
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
  return callBack(args, (path) =>
    access(path as string).then(
      () => true,
      () => false,
    ),
  );
}

/** A promise, or nothing where the last argument is a function: it is called with the error or the result. */
function callBack(args: unknown[], run: (...args: unknown[]) => Promise<unknown>): unknown {
  const callback = args[args.length - 1];
  if (typeof callback !== "function") return run(...args);
  run(...args.slice(0, -1)).then(
    (result) => (callback as (...all: unknown[]) => void)(null, result),
    callback as () => void,
  );
  return undefined;
}

function modeOf(options: unknown): number {
  return typeof options === "number" ? options : ({ mode: 0o777, ...(options as object) } as { mode: number }).mode;
}

/** Makes a directory and its parents. */
function makeSync(path: unknown, options?: unknown): string | undefined {
  return mkdirSync(path as string, { mode: modeOf(options), recursive: true });
}

function emptyDir(path: string): Promise<unknown>;
/** Removes all a directory contains, or makes it; gives a promise where there is no callback. */
function emptyDir(...args: unknown[]): unknown {
  return callBack(args, (path) => emptyAny(path as string));
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

function emptyDirSync(path: string): void;
/** Removes all a directory contains, or makes it. */
function emptyDirSync(path: unknown): unknown {
  let names: string[];
  try {
    names = readdirSync(path as string);
  } catch {
    return mkdirSync(path as string, { recursive: true });
  }
  for (const name of names) rmSync(join(path as string, name), { recursive: true, force: true });
  return undefined;
}

function outputFileSync(file: string, data: string | Uint8Array, options?: BufferEncoding): void;
/** Writes a file, and makes the directory it is in. */
function outputFileSync(file: unknown, ...rest: unknown[]): unknown {
  const directory = dirname(file as string);
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  return writeFileSync(file as string, ...(rest as [string]));
}

function readJsonSync<T>(file: string): T;
/** The value in a file of JSON. */
function readJsonSync(file: unknown): unknown {
  try {
    return JSON.parse(
      readFileSync(file as string)
        .toString("utf8")
        .replace(/^\uFEFF/, ""),
    );
  } catch (error) {
    if (error instanceof Error) error.message = `${file as string}: ${error.message}`;
    throw error;
  }
}

/** Writes a value to a file as JSON, with a line break behind it. */
function writeJsonSync(file: unknown, value: unknown, options: JsonOptions = {}): unknown {
  return writeFileSync(file as string, jsonOf(value, options));
}

/** Writes a value to a file as JSON, and makes the directory the file is in. */
function outputJsonSync(file: unknown, value: unknown, options: JsonOptions = {}): unknown {
  const text = jsonOf(value, options);
  const directory = dirname(file as string);
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  return writeFileSync(file as string, text);
}

function jsonOf(value: unknown, { spaces, EOL = "\n" }: JsonOptions): string {
  const text = JSON.stringify(value, null, spaces) as string | undefined;
  if (text === undefined) throw new TypeError(`Converting ${typeof value} value to JSON is not supported`);
  return text.replace(/\n/g, EOL) + EOL;
}

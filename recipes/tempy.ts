import { writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Data,
  type DirectoryOptions,
  exclusive,
  type FileOptions,
  made,
  newPath,
  pathOf,
  runTask,
  temporaryRoot,
  writeAny,
} from "./families/temporary.ts";
import {
  placedDirectory,
  placedDirectoryTask,
  placedFile,
  placedFileTask,
  placedWrite,
  placedWriteSync,
  placedWriteTask,
  safeDirectory,
  safeDirectoryTask,
  safeFile,
  safeFileTask,
  safeWrite,
  safeWriteSync,
  safeWriteTask,
} from "./families/temporary-names.ts";
import { defineRecipe, type Deviation } from "../src/recipe.ts";

const deviations: readonly Deviation[] = [
  { severity: "message", note: "Options of another type fail by another message." },
];

export default defineRecipe(
  {
    package: "tempy",
    versions: "0.3.0",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: { file: fileWithDot, directory, root: temporaryRoot },
    require: "namespace",
  },
  {
    package: "tempy",
    versions: "0.4.0",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: { file, directory, root: temporaryRoot },
    require: "namespace",
  },
  {
    package: "tempy",
    versions: "0.5.0",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: { file, directory, write, writeSync, root: temporaryRoot },
    require: "namespace",
  },
  {
    package: "tempy",
    versions: ">=0.6.0 <=2.0.0",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: { file, directory: directoryWith, write, writeSync, root: temporaryRoot },
    require: "namespace",
  },
  {
    package: "tempy",
    versions: "3.0.0",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: {
      rootTemporaryDirectory: temporaryRoot,
      temporaryDirectory: directoryWith,
      temporaryFile,
      temporaryWrite,
      temporaryWriteSync,
    },
  },
  {
    package: "tempy",
    versions: "3.1.0",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: {
      rootTemporaryDirectory: temporaryRoot,
      temporaryDirectory: directoryWith,
      temporaryDirectoryTask,
      temporaryFile,
      temporaryFileTask,
      temporaryWrite,
      temporaryWriteSync,
      temporaryWriteTask,
    },
  },
  {
    package: "tempy",
    versions: "3.1.2",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: {
      rootTemporaryDirectory: temporaryRoot,
      temporaryDirectory: safeDirectory,
      temporaryDirectoryTask: safeDirectoryTask,
      temporaryFile: safeFile,
      temporaryFileTask: safeFileTask,
      temporaryWrite: safeWrite,
      temporaryWriteSync: safeWriteSync,
      temporaryWriteTask: safeWriteTask,
    },
  },
  {
    package: "tempy",
    versions: "3.2.0",
    replacement: "a random name in os.tmpdir",
    floor: { node: "15.0.0" },
    deviations,
    exports: {
      rootTemporaryDirectory: temporaryRoot,
      temporaryDirectory: placedDirectory,
      temporaryDirectoryTask: placedDirectoryTask,
      temporaryFile: placedFile,
      temporaryFileTask: placedFileTask,
      temporaryWrite: placedWrite,
      temporaryWriteSync: placedWriteSync,
      temporaryWriteTask: placedWriteTask,
    },
  },
);

function fileWithDot(options?: FileOptions): string;
/** A path for a temporary file, which ends in a dot and what its ending is, or has a name in a new directory. */
function fileWithDot(options?: unknown): string {
  const given: FileOptions = { extension: "", ...(options as FileOptions) };
  const { name, extension } = given as Required<FileOptions>;
  if (!name) return newPath("") + "." + (extension as string).replace(/^\./, "");
  if (extension) throw exclusive();
  return join(made(newPath("")), name);
}

/** Makes a temporary directory; gives its path. */
function directory(): string {
  return made(newPath(""));
}

function directoryWith(options?: DirectoryOptions): string;
/** Makes a temporary directory; gives its path. */
function directoryWith(options: unknown = {}): string {
  const { prefix = "" } = options as DirectoryOptions;
  return made(newPath(prefix));
}

function file(options?: FileOptions): string;
/** A path for a temporary file: a new one with an ending, or of that name in a new directory. */
function file(options?: unknown): string {
  return pathOf({ ...(options as FileOptions) });
}

function write(data: Data, options?: FileOptions): Promise<string>;
/** Writes a temporary file; gives its path. */
async function write(data: unknown, options?: unknown): Promise<string> {
  const path = pathOf({ ...(options as FileOptions) });
  await writeAny(path, data);
  return path;
}

function writeSync(data: string | NodeJS.ArrayBufferView, options?: FileOptions): string;
/** Writes a temporary file; gives its path. */
function writeSync(data: unknown, options?: unknown): string {
  const path = pathOf({ ...(options as FileOptions) });
  writeFileSync(path, data as string);
  return path;
}

function temporaryFile(options?: FileOptions): string;
/** A path for a temporary file: a new one with an ending, or of that name in a new directory. */
function temporaryFile(options: unknown = {}): string {
  return pathOf(options as FileOptions);
}

function temporaryWrite(data: Data, options?: FileOptions): Promise<string>;
/** Writes a temporary file; gives its path. */
async function temporaryWrite(data: unknown, options: unknown = {}): Promise<string> {
  const path = pathOf(options as FileOptions);
  await writeAny(path, data);
  return path;
}

function temporaryWriteSync(data: string | NodeJS.ArrayBufferView, options?: FileOptions): string;
/** Writes a temporary file; gives its path. */
function temporaryWriteSync(data: unknown, options: unknown = {}): string {
  const path = pathOf(options as FileOptions);
  writeFileSync(path, data as string);
  return path;
}

function temporaryFileTask<T>(task: (path: string) => T, options?: FileOptions): Promise<Awaited<T>>;
/** Calls a function with a path for a temporary file, which is removed when it is done. */
async function temporaryFileTask(task: unknown, options: unknown = {}): Promise<unknown> {
  return runTask(pathOf(options as FileOptions), task, 2);
}

function temporaryDirectoryTask<T>(task: (path: string) => T, options?: DirectoryOptions): Promise<Awaited<T>>;
/** Calls a function with a temporary directory, which is removed when it is done. */
async function temporaryDirectoryTask(task: unknown, options?: DirectoryOptions): Promise<unknown> {
  return runTask(directoryWith(options), task, 2);
}

function temporaryWriteTask<T>(data: Data, task: (path: string) => T, options?: FileOptions): Promise<Awaited<T>>;
/** Calls a function with a temporary file that holds the data, which is removed when it is done. */
async function temporaryWriteTask(data: unknown, task: unknown, options: unknown = {}): Promise<unknown> {
  const path = pathOf(options as FileOptions);
  await writeAny(path, data);
  return runTask(path, task, 2);
}

/** Temporary paths whose names may not lead elsewhere: what tempy has from version 3.1.2 on. */
import { mkdirSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import {
  type Data,
  type DirectoryOptions,
  endingOf,
  exclusive,
  type FileOptions,
  made,
  newPath,
  runTask,
  temporaryRoot,
  writeAny,
} from "./temporary.ts";

/** Where something temporary is made: in a directory of that name, below another root. */
interface Place {
  readonly parentDirectory?: string | undefined;
  readonly rootDirectory?: string | undefined;
}

/** Throws unless a text can be the name of one entry of a directory. */
function assertName(name: unknown): void {
  if (typeof name !== "string") throw new TypeError(`Expected a string, got ${typeof name}`);
  const isSafe = !["", ".", ".."].includes(name.trim()) && !/[/\\\0]/.test(name);
  if (!isSafe) throw new Error(`Unsafe path component: ${JSON.stringify(name)}`);
}

/** A new path with an ending, or of that name in a directory of its own, which is made. */
function safePathOf({ name, extension }: FileOptions): string {
  if (extension !== undefined && extension !== null) {
    if (name !== undefined && name !== null) throw exclusive();
    assertName(extension);
  }
  if (name === undefined || name === null) return newPath("") + endingOf(extension);
  assertName(name);
  return join(made(newPath("")), name);
}

export function safeDirectory(options?: DirectoryOptions): string;
/** Makes a temporary directory; gives its path. */
export function safeDirectory(options: unknown = {}): string {
  const { prefix = "" } = options as DirectoryOptions;
  if (prefix) assertName(prefix);
  return made(newPath(prefix));
}

export function safeFile(options?: FileOptions): string;
/** A path for a temporary file: a new one with an ending, or of that name in a new directory. */
export function safeFile(options: unknown = {}): string {
  return safePathOf(options as FileOptions);
}

export function safeWrite(data: Data, options?: FileOptions): Promise<string>;
/** Writes a temporary file; gives its path. */
export async function safeWrite(data: unknown, options: unknown = {}): Promise<string> {
  const path = safePathOf(options as FileOptions);
  await writeAny(path, data);
  return path;
}

export function safeWriteSync(data: string | NodeJS.ArrayBufferView, options?: FileOptions): string;
/** Writes a temporary file; gives its path. */
export function safeWriteSync(data: unknown, options: unknown = {}): string {
  const path = safePathOf(options as FileOptions);
  writeFileSync(path, data as string);
  return path;
}

export function safeFileTask<T>(task: (path: string) => T, options?: FileOptions): Promise<Awaited<T>>;
/** Calls a function with a path for a temporary file, which is removed when it is done. */
export async function safeFileTask(task: unknown, options: unknown = {}): Promise<unknown> {
  return runTask(safePathOf(options as FileOptions), task, 2);
}

export function safeDirectoryTask<T>(task: (path: string) => T, options?: DirectoryOptions): Promise<Awaited<T>>;
/** Calls a function with a temporary directory, which is removed when it is done. */
export async function safeDirectoryTask(task: unknown, options?: DirectoryOptions): Promise<unknown> {
  return runTask(safeDirectory(options), task, 2);
}

export function safeWriteTask<T>(data: Data, task: (path: string) => T, options?: FileOptions): Promise<Awaited<T>>;
/** Calls a function with a temporary file that holds the data, which is removed when it is done. */
export async function safeWriteTask(data: unknown, task: unknown, options: unknown = {}): Promise<unknown> {
  const path = safePathOf(options as FileOptions);
  await writeAny(path, data);
  return runTask(path, task, 2);
}

/** A new path below a root and in a directory of it, which are made where they do not exist. */
function placedPath(prefix: string, { parentDirectory, rootDirectory }: Place): string {
  if (prefix) assertName(prefix);
  if (rootDirectory !== undefined) {
    if (!isAbsolute(rootDirectory)) throw new Error("The `rootDirectory` option must be an absolute path");
    mkdirSync(rootDirectory, { recursive: true });
  }
  if (!parentDirectory) return newPath(prefix, rootDirectory);
  assertName(parentDirectory);
  const parent = join(rootDirectory ?? temporaryRoot, parentDirectory);
  mkdirSync(parent, { recursive: true });
  return newPath(prefix, parent);
}

/** A new path with an ending, or of that name in a directory of its own, which is made. */
function placedPathOf({ name, extension, parentDirectory, rootDirectory }: FileOptions & Place): string {
  if (extension !== undefined && extension !== null) {
    if (name !== undefined && name !== null) throw exclusive();
    assertName(extension);
  }
  if (name !== undefined && name !== null) assertName(name);
  const path = placedPath("", { parentDirectory, rootDirectory });
  if (name === undefined || name === null) return path + endingOf(extension);
  mkdirSync(path, { recursive: true });
  return join(path, name);
}

export function placedDirectory(options?: DirectoryOptions & Place): string;
/** Makes a temporary directory; gives its path. */
export function placedDirectory(options: unknown = {}): string {
  const { prefix = "", parentDirectory, rootDirectory } = options as DirectoryOptions & Place;
  const path = placedPath(prefix, { parentDirectory, rootDirectory });
  mkdirSync(path, { recursive: true });
  return path;
}

export function placedFile(options?: FileOptions & Place): string;
/** A path for a temporary file: a new one with an ending, or of that name in a new directory. */
export function placedFile(options: unknown = {}): string {
  return placedPathOf(options as FileOptions & Place);
}

export function placedWrite(data: Data, options?: FileOptions & Place): Promise<string>;
/** Writes a temporary file; gives its path. */
export async function placedWrite(data: unknown, options: unknown = {}): Promise<string> {
  const path = placedPathOf(options as FileOptions & Place);
  await writeAny(path, data);
  return path;
}

export function placedWriteSync(data: string | NodeJS.ArrayBufferView, options?: FileOptions & Place): string;
/** Writes a temporary file; gives its path. */
export function placedWriteSync(data: unknown, options: unknown = {}): string {
  const path = placedPathOf(options as FileOptions & Place);
  writeFileSync(path, data as string);
  return path;
}

export function placedFileTask<T>(task: (path: string) => T, options?: FileOptions & Place): Promise<Awaited<T>>;
/** Calls a function with a path for a temporary file, which is removed when it is done. */
export async function placedFileTask(task: unknown, options: unknown = {}): Promise<unknown> {
  return runTask(placedPathOf(options as FileOptions & Place), task, 10);
}

export function placedDirectoryTask<T>(
  task: (path: string) => T,
  options?: DirectoryOptions & Place,
): Promise<Awaited<T>>;
/** Calls a function with a temporary directory, which is removed when it is done. */
export async function placedDirectoryTask(task: unknown, options?: DirectoryOptions & Place): Promise<unknown> {
  return runTask(placedDirectory(options), task, 10);
}

export function placedWriteTask<T>(
  data: Data,
  task: (path: string) => T,
  options?: FileOptions & Place,
): Promise<Awaited<T>>;
/** Calls a function with a temporary file that holds the data, which is removed when it is done. */
export async function placedWriteTask(data: unknown, task: unknown, options: unknown = {}): Promise<unknown> {
  const path = placedPathOf(options as FileOptions & Place);
  await writeAny(path, data);
  return runTask(path, task, 10);
}

/** Temporary files and directories with a function that removes them: what tmp makes. */
import { randomBytes } from "node:crypto";
import {
  close,
  closeSync,
  mkdtemp,
  open,
  openSync,
  realpath,
  realpathSync,
  rm,
  rmdir,
  unlink,
  unlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { InnerPath } from "../../src/recipe.ts";

export interface TemporaryFileOptions {
  prefix?: InnerPath;
  postfix?: InnerPath;
  keep?: boolean;
  discardDescriptor?: boolean;
}

export interface TemporaryDirectoryOptions {
  prefix?: InnerPath;
  keep?: boolean;
  unsafeCleanup?: boolean;
}

interface TemporaryFile {
  name: string;
  fd: number;
  removeCallback: () => void;
}

type Done = (error?: any) => void;

type Back = (error: unknown, name: string, fd: unknown, removeCallback: (next?: Done) => void) => void;

export type FileCallback = (
  error: any,
  name: string,
  fd: number,
  removeCallback: (next?: (error?: any) => void) => void,
) => void;

export type DirectoryCallback = (
  error: any,
  name: string,
  removeCallback: (next?: (error?: any) => void) => void,
) => void;

/** Makes a temporary file: `name` is its path, `fd` its descriptor, and `removeCallback` removes it. */
export function fileSync(options: TemporaryFileOptions = {}): TemporaryFile {
  return openedIn(realpathSync(tmpdir()), options);
}

/** Makes a temporary file: `name` is its path, `fd` its descriptor, and `removeCallback` removes it. */
export function fileSyncAsNamed(options: TemporaryFileOptions = {}): TemporaryFile {
  return openedIn(resolve(tmpdir()), options);
}

export function file(callback: FileCallback): void;
export function file(options: TemporaryFileOptions | undefined, callback: FileCallback): void;
/** Makes a temporary file, and calls back with its path, its descriptor, and a function that removes it. */
export function file(options: TemporaryFileOptions | FileCallback = {}, callback?: FileCallback): undefined {
  const [given, back] = typeof options === "function" ? [{}, options] : [options, callback as FileCallback];
  realpath(tmpdir(), (error, folder) => {
    if (error) (back as Done)(error);
    else openIn(folder, given, back);
  });
  return undefined;
}

export function fileAsNamed(callback: FileCallback): void;
export function fileAsNamed(options: TemporaryFileOptions | undefined, callback: FileCallback): void;
/** Makes a temporary file, and calls back with its path, its descriptor, and a function that removes it. */
export function fileAsNamed(options: TemporaryFileOptions | FileCallback = {}, callback?: FileCallback): undefined {
  const [given, back] = typeof options === "function" ? [{}, options] : [options, callback as FileCallback];
  openIn(resolve(tmpdir()), given, back);
  return undefined;
}

export function dir(callback: DirectoryCallback): void;
export function dir(options: TemporaryDirectoryOptions | undefined, callback: DirectoryCallback): void;
/** Makes a temporary directory, and calls back with its path and a function that removes it, with all in it if `unsafeCleanup`. */
export function dir(
  options: TemporaryDirectoryOptions | DirectoryCallback = {},
  callback?: DirectoryCallback,
): undefined {
  const [given, back] = typeof options === "function" ? [{}, options] : [options, callback as DirectoryCallback];
  realpath(tmpdir(), (error, folder) => {
    if (error) (back as Done)(error);
    else makeIn(folder, given, back);
  });
  return undefined;
}

export function dirAsNamed(callback: DirectoryCallback): void;
export function dirAsNamed(options: TemporaryDirectoryOptions | undefined, callback: DirectoryCallback): void;
/** Makes a temporary directory, and calls back with its path and a function that removes it, with all in it if `unsafeCleanup`. */
export function dirAsNamed(
  options: TemporaryDirectoryOptions | DirectoryCallback = {},
  callback?: DirectoryCallback,
): undefined {
  const [given, back] = typeof options === "function" ? [{}, options] : [options, callback as DirectoryCallback];
  makeIn(resolve(tmpdir()), given, back);
  return undefined;
}

function newName({ prefix, postfix }: TemporaryFileOptions): string {
  const start = [prefix || "tmp", process.pid, randomBytes(6).toString("hex")].join("-");
  return postfix ? `${start}-${postfix}` : start;
}

function openedIn(folder: string, options: TemporaryFileOptions): TemporaryFile {
  const name = join(folder, newName(options));
  const opened = openSync(name, "wx+", 0o600);
  if (options.discardDescriptor) closeSync(opened);
  const fd = options.discardDescriptor ? undefined : opened;
  return { name, fd: fd as number, removeCallback: once(() => removeFile(name, fd)) };
}

function openIn(folder: string, options: TemporaryFileOptions, callback: FileCallback): void {
  const name = join(folder, newName(options));
  open(name, "wx+", 0o600, (error, fd) => {
    if (error) return (callback as Done)(error);
    const remove = (next: Done): void =>
      unlink(name, (failure) => (failure && failure.code !== "ENOENT" ? next(failure) : next()));
    if (!options.discardDescriptor)
      return callback(
        null,
        name,
        fd,
        once((next) => close(fd, () => remove(next))),
      );
    close(fd, (failure) => (callback as Back)(failure, name, undefined, once(remove)));
  });
}

function makeIn(folder: string, options: TemporaryDirectoryOptions, callback: DirectoryCallback): void {
  const { prefix, unsafeCleanup = false } = options;
  mkdtemp(join(folder, `${prefix || "tmp"}-`), (error, name) => {
    if (error) return (callback as Done)(error);
    callback(
      null,
      name,
      once((next) => (unsafeCleanup ? rm(name, { recursive: true }, next) : rmdir(name, next))),
    );
  });
}

/** A function that does it once: what it is called with is called when that is done, and not at all later. */
function once(remove: (next: Done) => void): (next?: Done) => void {
  let isRemoved = false;
  return (next) => {
    if (isRemoved) return;
    isRemoved = true;
    remove(next || (() => {}));
  };
}

/** Closes a file and removes it, unless that is done. */
function removeFile(name: string, fd: number | undefined): void {
  try {
    if (fd !== undefined) closeSync(fd);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EBADF") throw error;
  } finally {
    removeEntry(name);
  }
}

function removeEntry(name: string): void {
  try {
    unlinkSync(name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** Functions of graceful-fs that are not those of node:fs, and give a promise where there is no callback. */
import { exists, fstat, lstat, read, rm as rmCallback, stat, write, type Stats } from "node:fs";
import { lstat as lstatLater, rm, stat as statLater } from "node:fs/promises";
import { promisify } from "node:util";
import { chmod, chown } from "../graceful.ts";
import { later } from "../later.ts";
import type { Ended, Found, Path } from "../node-fs/types.ts";

/** What is known of a file. */
export const statLooseCases = [
  (path: string) => statLater(path),
  (path: unknown, callback: Found) => stat(path as string, callback),
  statLoose,
];

/** What is known of a file or a link. */
export const lstatLooseCases = [
  (path: string) => lstatLater(path),
  (path: unknown, callback: Found) => lstat(path as string, callback),
  lstatLoose,
];

/** What is known of an open file. */
export const fstatLooseCases = [
  (fd: number) => promisify(fstat)(fd),
  (fd: unknown, callback: Found) => fstat(fd as number, callback),
  fstatLoose,
];

function statLoose(path: Path): Promise<Stats>;
/** What is known of a file; a promise without a callback. */
function statLoose(...args: unknown[]): unknown {
  return later(mayLackOptions(stat), args);
}

function lstatLoose(path: Path): Promise<Stats>;
/** What is known of a file or a link; a promise without a callback. */
function lstatLoose(...args: unknown[]): unknown {
  return later(mayLackOptions(lstat), args);
}

function fstatLoose(fd: number): Promise<Stats>;
/** What is known of an open file; a promise without a callback. */
function fstatLoose(...args: unknown[]): unknown {
  return later(mayLackOptions(fstat), args);
}

function mayLackOptions(call: unknown): (...args: unknown[]) => unknown {
  const run = call as (...args: unknown[]) => unknown;
  return (path, options, callback) => {
    if (typeof options === "function") return run(path, options);
    return options ? run(path, options, callback) : run(path, callback);
  };
}

export function chmodForgiving(path: Path, mode: number | string): Promise<void>;
/** Sets permissions, where a user who may not is no error; a promise without a callback. */
export function chmodForgiving(...args: unknown[]): unknown {
  return later(chmod, args);
}

export function chownForgiving(path: Path, uid: number, gid: number): Promise<void>;
/** Sets the owner, where a user who may not is no error; a promise without a callback. */
export function chownForgiving(...args: unknown[]): unknown {
  return later(chown, args);
}

export function existsLater(path: Path): Promise<boolean>;
export function existsLater(path: Path, callback: (isThere: boolean) => void): void;
/** Whether a path leads to something; a promise without a callback. */
export function existsLater(path: unknown, callback?: unknown): unknown {
  if (typeof callback === "function") return exists(path as string, callback as (isThere: boolean) => void);
  return new Promise((resolve) => exists(path as string, resolve));
}

export function readFrom(
  fd: number,
  buffer: Uint8Array,
  offset?: number,
  length?: number,
  position?: number | null,
): Promise<{ bytesRead: number; buffer: Uint8Array }>;
/** Reads from an open file; gives how much, and where it was read to; a promise without a callback. */
export function readFrom(
  fd: unknown,
  buffer: unknown,
  offset?: unknown,
  length?: unknown,
  position?: unknown,
  callback?: unknown,
): unknown {
  const run = read as (...args: unknown[]) => void;
  if (typeof callback === "function") return run(fd, buffer, offset, length, position, callback);
  return new Promise((resolve, reject) => {
    run(fd, buffer, offset, length, position, (error: unknown, bytesRead: unknown, bytes: unknown) => {
      if (error) reject(error);
      else resolve({ bytesRead, buffer: bytes });
    });
  });
}

export function writeTo(
  fd: number,
  data: string | Uint8Array,
  ...rest: unknown[]
): Promise<{ bytesWritten: number; buffer: string | Uint8Array }>;
/** Writes to an open file; gives how much, and what was to be written; a promise without a callback. */
export function writeTo(...args: unknown[]): unknown {
  const run = write as (...all: unknown[]) => void;
  if (args.length > 2 && typeof args[args.length - 1] === "function") return run(...args);
  return new Promise((resolve, reject) => {
    run(...args, (error: unknown, bytesWritten: unknown, buffer: unknown) => {
      if (error) reject(error);
      else resolve({ bytesWritten, buffer });
    });
  });
}

/** Removes a file, or with `recursive` a directory too. */
export const rmCases = [
  (path: string) => rm(path),
  (path: string, options: { force?: boolean; recursive?: boolean }) => rm(path, options),
  (path: unknown, callback: Ended) => rmCallback(path as string, callback),
  (path: unknown, options: unknown, callback: Ended) => rmCallback(path as string, options as object, callback),
  rmAny,
];

function rmAny(path: Path, options?: { force?: boolean; recursive?: boolean }): Promise<void>;
/** Removes a file, or with `recursive` a directory too; a promise without a callback. */
function rmAny(...args: unknown[]): unknown {
  return later(rmCallback, args);
}

/** Functions of node:fs that take a callback, and give a promise without one. */
import {
  access,
  appendFile,
  chmod,
  chown,
  close,
  copyFile,
  fchmod,
  fchown,
  fdatasync,
  fstat,
  fsync,
  ftruncate,
  futimes,
  lchown,
  link,
  lstat,
  mkdir,
  mkdtemp,
  open,
  read,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rmdir,
  stat,
  symlink,
  truncate,
  unlink,
  utimes,
  write,
  writeFile,
  type Stats,
} from "node:fs";
import { later } from "../later.ts";
import type { Path, Time, Reading, Writing, Making } from "./types.ts";

export function accessAny(path: Path, mode?: number): Promise<void>;
/** Whether a file may be used in some way: fails where it may not; a promise without a callback. */
export function accessAny(...args: unknown[]): unknown {
  return later(access, args);
}

export function appendFileAny(path: Path | number, data: string | Uint8Array, options?: Writing): Promise<void>;
/** Writes at the end of a file; a promise without a callback. */
export function appendFileAny(...args: unknown[]): unknown {
  return later(appendFile, args);
}

export function chmodAny(path: Path, mode: number | string): Promise<void>;
/** Sets who may do what with a file; a promise without a callback. */
export function chmodAny(...args: unknown[]): unknown {
  return later(chmod, args);
}

export function chownAny(path: Path, uid: number, gid: number): Promise<void>;
/** Sets the owner of a file; a promise without a callback. */
export function chownAny(...args: unknown[]): unknown {
  return later(chown, args);
}

export function copyFileAny(from: Path, to: Path, mode?: number): Promise<void>;
/** Copies a file; a promise without a callback. */
export function copyFileAny(...args: unknown[]): unknown {
  return later(copyFile, args);
}

export function lchownAny(path: Path, uid: number, gid: number): Promise<void>;
/** Sets the owner of a link; a promise without a callback. */
export function lchownAny(...args: unknown[]): unknown {
  return later(lchown, args);
}

export function linkAny(from: Path, to: Path): Promise<void>;
/** Gives a file another name; a promise without a callback. */
export function linkAny(...args: unknown[]): unknown {
  return later(link, args);
}

export function lstatAny(path: Path): Promise<Stats>;
/** What is known of a file or a link; a promise without a callback. */
export function lstatAny(...args: unknown[]): unknown {
  return later(lstat, args);
}

export function mkdirAny(path: Path, options?: Making): Promise<string | undefined>;
/** Makes a directory; a promise without a callback. */
export function mkdirAny(...args: unknown[]): unknown {
  return later(mkdir, args);
}

export function mkdtempAny(prefix: string): Promise<string>;
/** Makes a directory whose name begins with a text; gives its path; a promise without a callback. */
export function mkdtempAny(...args: unknown[]): unknown {
  return later(mkdtemp, args);
}

export function openAny(path: Path, flags?: string | number, mode?: number | string): Promise<number>;
/** Opens a file; gives its number; a promise without a callback. */
export function openAny(...args: unknown[]): unknown {
  return later(open, args);
}

export function readFileAny(path: Path | number): Promise<Buffer>;
export function readFileAny(path: Path | number, options: Reading): Promise<string>;
/** Reads a file; a promise without a callback. */
export function readFileAny(...args: unknown[]): unknown {
  return later(readFile, args);
}

export function readdirAny(path: Path): Promise<string[]>;
/** Lists a directory; a promise without a callback. */
export function readdirAny(...args: unknown[]): unknown {
  return later(readdir, args);
}

export function readlinkAny(path: Path): Promise<string>;
/** Where a link leads; a promise without a callback. */
export function readlinkAny(...args: unknown[]): unknown {
  return later(readlink, args);
}

export function realpathAny(path: Path): Promise<string>;
/** The path of a file without links; a promise without a callback. */
export function realpathAny(...args: unknown[]): unknown {
  return later(realpath, args);
}

export function renameAny(from: Path, to: Path): Promise<void>;
/** Moves a file; a promise without a callback. */
export function renameAny(...args: unknown[]): unknown {
  return later(rename, args);
}

export function rmdirAny(path: Path): Promise<void>;
/** Removes an empty directory; a promise without a callback. */
export function rmdirAny(...args: unknown[]): unknown {
  return later(rmdir, args);
}

export function statAny(path: Path): Promise<Stats>;
/** What is known of a file; a promise without a callback. */
export function statAny(...args: unknown[]): unknown {
  return later(stat, args);
}

export function symlinkAny(target: Path, path: Path, type?: string): Promise<void>;
/** Makes a link; a promise without a callback. */
export function symlinkAny(...args: unknown[]): unknown {
  return later(symlink, args);
}

export function truncateAny(path: Path, length?: number): Promise<void>;
/** Cuts a file off; a promise without a callback. */
export function truncateAny(...args: unknown[]): unknown {
  return later(truncate, args);
}

export function unlinkAny(path: Path): Promise<void>;
/** Removes a file; a promise without a callback. */
export function unlinkAny(...args: unknown[]): unknown {
  return later(unlink, args);
}

export function utimesAny(path: Path, atime: Time, mtime: Time): Promise<void>;
/** Sets the times of a file; a promise without a callback. */
export function utimesAny(...args: unknown[]): unknown {
  return later(utimes, args);
}

export function writeFileAny(path: Path | number, data: string | Uint8Array, options?: Writing): Promise<void>;
/** Writes a file; a promise without a callback. */
export function writeFileAny(...args: unknown[]): unknown {
  return later(writeFile, args);
}

export function closeAny(fd: number): Promise<void>;
/** Closes an open file; a promise without a callback. */
export function closeAny(...args: unknown[]): unknown {
  return later(close, args);
}

export function fchmodAny(fd: number, mode: number | string): Promise<void>;
/** Sets who may do what with an open file; a promise without a callback. */
export function fchmodAny(...args: unknown[]): unknown {
  return later(fchmod, args);
}

export function fchownAny(fd: number, uid: number, gid: number): Promise<void>;
/** Sets the owner of an open file; a promise without a callback. */
export function fchownAny(...args: unknown[]): unknown {
  return later(fchown, args);
}

export function fdatasyncAny(fd: number): Promise<void>;
/** Waits until what an open file holds is on the disk; a promise without a callback. */
export function fdatasyncAny(...args: unknown[]): unknown {
  return later(fdatasync, args);
}

export function fstatAny(fd: number): Promise<Stats>;
/** What is known of an open file; a promise without a callback. */
export function fstatAny(...args: unknown[]): unknown {
  return later(fstat, args);
}

export function fsyncAny(fd: number): Promise<void>;
/** Waits until an open file is on the disk; a promise without a callback. */
export function fsyncAny(...args: unknown[]): unknown {
  return later(fsync, args);
}

export function ftruncateAny(fd: number, length?: number): Promise<void>;
/** Cuts an open file off; a promise without a callback. */
export function ftruncateAny(...args: unknown[]): unknown {
  return later(ftruncate, args);
}

export function futimesAny(fd: number, atime: Time, mtime: Time): Promise<void>;
/** Sets the times of an open file; a promise without a callback. */
export function futimesAny(...args: unknown[]): unknown {
  return later(futimes, args);
}

export function readAny(
  fd: number,
  buffer: Uint8Array,
  offset?: number,
  length?: number,
  position?: number | null,
): Promise<[number, Buffer]>;
/** Reads from an open file; gives how much, and where it was read to; a promise without a callback. */
export function readAny(...args: unknown[]): unknown {
  return later(read, args);
}

export function writeAny(fd: number, data: string | Uint8Array, ...rest: unknown[]): Promise<[number, string | Buffer]>;
/** Writes to an open file; gives how much, and what was to be written; a promise without a callback. */
export function writeAny(...args: unknown[]): unknown {
  return later(write, args);
}

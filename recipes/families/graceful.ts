/** What of graceful-fs is not the function of node:fs, and does the same. */
import {
  chmod as chmodPlain,
  chmodSync as chmodPlainSync,
  chown as chownPlain,
  chownSync as chownPlainSync,
  fstatSync,
  lstatSync,
  readSync,
  statSync,
} from "node:fs";

/** Sets permissions; a file system that has none, or a user who may not, is no error. */
export function chmod(path: unknown, mode: unknown, callback?: unknown): void {
  chmodPlain(path as string, mode as number, (error) => callBack(callback, error));
}

/** Sets permissions; a file system that has none, or a user who may not, is no error. */
export function chmodSync(path: unknown, mode: unknown): void {
  try {
    chmodPlainSync(path as string, mode as number);
  } catch (error) {
    if (!isForgiven(error)) throw error;
  }
}

/** Sets the owner; a file system that has none, or a user who may not, is no error. */
export function chown(path: unknown, user: unknown, group: unknown, callback?: unknown): void {
  chownPlain(path as string, user as number, group as number, (error) => callBack(callback, error));
}

/** Sets the owner; a file system that has none, or a user who may not, is no error. */
export function chownSync(path: unknown, user: unknown, group: unknown): void {
  try {
    chownPlainSync(path as string, user as number, group as number);
  } catch (error) {
    if (!isForgiven(error)) throw error;
  }
}

function callBack(callback: unknown, error: unknown): void {
  if (callback) (callback as (error: unknown) => void)(isForgiven(error) ? null : error);
}

function isForgiven(error: unknown): boolean {
  if (!error) return true;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOSYS") return true;
  const isRoot = process.getuid !== undefined && process.getuid() === 0;
  return !isRoot && (code === "EINVAL" || code === "EPERM");
}

/** What is known of an open file. */
function fstatAnySync(fd: unknown, options?: unknown) {
  return options ? fstatSync(fd as number, options as object) : fstatSync(fd as number);
}

/** What is known of a file, or of a link itself. */
function lstatAnySync(path: unknown, options?: unknown) {
  return options ? lstatSync(path as string, options as object) : lstatSync(path as string);
}

/** What is known of a file, or of what a link leads to. */
function statAnySync(path: unknown, options?: unknown) {
  return options ? statSync(path as string, options as object) : statSync(path as string);
}

/** What is known of an open file. */
export const fstatSyncCases = [
  (fd: unknown) => fstatSync(fd as number),
  (fd: unknown, options: object) => fstatSync(fd as number, options),
  fstatAnySync,
];

/** What is known of a file, or of a link itself. */
export const lstatSyncCases = [
  (path: unknown) => lstatSync(path as string),
  (path: unknown, options: object) => lstatSync(path as string, options),
  lstatAnySync,
];

/** What is known of a file, or of what a link leads to. */
export const statSyncCases = [
  (path: unknown) => statSync(path as string),
  (path: unknown, options: object) => statSync(path as string, options),
  statAnySync,
];

/** Reads from an open file. */
export const readSyncCases = [
  (fd: unknown, buffer: unknown, offset: unknown, length: unknown, position: unknown) =>
    readSync(fd as number, buffer as Buffer, offset as number, length as number, position as number),
];

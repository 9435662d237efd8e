/** Functions of node:fs that are given the number of an open file, and the one that gives it, where no callback means a promise. */
import { close, fchmod, fdatasync, fstat, fsync, ftruncate, futimes, open } from "node:fs";
import { promisify } from "node:util";
import { closeAny, fchmodAny, fdatasyncAny, fstatAny, fsyncAny, ftruncateAny, futimesAny, openAny } from "./calls.ts";
import type { Time, Ended, Found } from "./types.ts";

/** Opens a file; gives its number. */
export const openCases = [
  (path: unknown, flags: string) => promisify(open)(path as string, flags),
  (path: unknown, flags: string, mode: number) => promisify(open)(path as string, flags, mode),
  (path: unknown, flags: unknown, callback: Found) => open(path as string, flags as string, callback),
  openAny,
];

/** Closes an open file. */
export const closeCases = [
  (fd: number) => promisify(close)(fd),
  (fd: unknown, callback: Ended) => close(fd as number, callback),
  closeAny,
];

/** Sets who may do what with an open file. */
export const fchmodCases = [(fd: number, mode: number | string) => promisify(fchmod)(fd, mode), fchmodAny];

/** Waits until what an open file holds is on the disk. */
export const fdatasyncCases = [(fd: number) => promisify(fdatasync)(fd), fdatasyncAny];

/** What is known of an open file. */
export const fstatCases = [
  (fd: number) => promisify(fstat)(fd),
  (fd: unknown, callback: Found) => fstat(fd as number, callback),
  fstatAny,
];

/** Waits until an open file is on the disk. */
export const fsyncCases = [(fd: number) => promisify(fsync)(fd), fsyncAny];

/** Cuts an open file off. */
export const ftruncateCases = [
  (fd: number) => promisify(ftruncate)(fd),
  (fd: number, length: number) => promisify(ftruncate)(fd, length),
  ftruncateAny,
];

/** Sets the times of an open file. */
export const futimesCases = [
  (fd: number, atime: Time, mtime: Time) => promisify(futimes)(fd, atime, mtime),
  futimesAny,
];

/** Functions of node:fs that are given a path, as they are where no callback means a promise: the last names of the alphabet. */
import {
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
  writeFile,
} from "node:fs";
import {
  readdir as readdirLater,
  readFile as readFileLater,
  readlink as readlinkLater,
  rename as renameLater,
  rmdir as rmdirLater,
  stat as statLater,
  symlink as symlinkLater,
  truncate as truncateLater,
  unlink as unlinkLater,
  utimes as utimesLater,
  writeFile as writeFileLater,
} from "node:fs/promises";
import { promisify } from "node:util";
import {
  readdirAny,
  readFileAny,
  readlinkAny,
  realpathAny,
  renameAny,
  rmdirAny,
  statAny,
  symlinkAny,
  truncateAny,
  unlinkAny,
  utimesAny,
  writeFileAny,
} from "./calls.ts";
import type { Time, Reading, Writing, Listing, DeepListing, Ended, Found } from "./types.ts";

/** Reads a file. */
export const readFileCases = [
  (path: string) => readFileLater(path),
  (path: string, options: Reading) => readFileLater(path, options as BufferEncoding),
  (path: unknown, options: Reading) => promisify(readFile)(path as string, options as BufferEncoding),
  (path: unknown, callback: Found) => readFile(path as string, callback),
  (path: unknown, options: unknown, callback: Found) => readFile(path as string, options as BufferEncoding, callback),
  readFileAny,
];

/** Lists a directory. */
export const readdirCases = [
  (path: string) => readdirLater(path),
  (path: string, options: Listing) => readdirLater(path, options as {}),
  // That of node:fs/promises has another order.
  (path: unknown, options: DeepListing) => promisify(readdir)(path as string, options as {}),
  (path: unknown, callback: Found) => readdir(path as string, callback),
  (path: unknown, options: unknown, callback: Found) => readdir(path as string, options as BufferEncoding, callback),
  readdirAny,
];

/** Where a link leads. */
export const readlinkCases = [
  (path: string) => readlinkLater(path),
  (path: unknown, callback: Found) => readlink(path as string, callback),
  readlinkAny,
];

/** The path of a file without links. */
export const realpathCases = [
  (path: string) => promisify(realpath)(path),
  (path: unknown, callback: Found) => realpath(path as string, callback),
  realpathAny,
];

/** Moves a file. */
export const renameCases = [
  (from: string, to: string) => renameLater(from, to),
  (from: unknown, to: unknown, callback: Ended) => rename(from as string, to as string, callback),
  renameAny,
];

/** Removes an empty directory. */
export const rmdirCases = [
  (path: string) => rmdirLater(path),
  (path: unknown, callback: Ended) => rmdir(path as string, callback),
  rmdirAny,
];

/** What is known of a file. */
export const statCases = [
  (path: string) => statLater(path),
  (path: unknown, callback: Found) => stat(path as string, callback),
  statAny,
];

/** Makes a link. */
export const symlinkCases = [
  (target: string, path: string) => symlinkLater(target, path),
  (target: string, path: string, type: string) => symlinkLater(target, path, type),
  (target: unknown, path: unknown, callback: Ended) => symlink(target as string, path as string, callback),
  symlinkAny,
];

/** Cuts a file off. */
export const truncateCases = [
  (path: string) => truncateLater(path),
  (path: unknown, length: number) => promisify(truncate)(path as string, length),
  (path: unknown, length: unknown, callback: Ended) => truncate(path as string, length as number, callback),
  truncateAny,
];

/** Removes a file. */
export const unlinkCases = [
  (path: string) => unlinkLater(path),
  (path: unknown, callback: Ended) => unlink(path as string, callback),
  unlinkAny,
];

/** Sets the times of a file. */
export const utimesCases = [
  (path: string, atime: Time, mtime: Time) => utimesLater(path, atime, mtime),
  (path: unknown, atime: unknown, mtime: unknown, callback: Ended) =>
    utimes(path as string, atime as Date, mtime as Date, callback),
  utimesAny,
];

/** Writes a file. */
export const writeFileCases = [
  (path: string, data: string | Uint8Array) => writeFileLater(path, data),
  (path: string, data: string | Uint8Array, options: Writing) => writeFileLater(path, data, options as BufferEncoding),
  (path: unknown, data: string | Uint8Array) => promisify(writeFile)(path as string, data),
  (path: unknown, data: unknown, callback: Ended) => writeFile(path as string, data as string, callback),
  (path: unknown, data: unknown, options: unknown, callback: Ended) =>
    writeFile(path as string, data as string, options as BufferEncoding, callback),
  writeFileAny,
];

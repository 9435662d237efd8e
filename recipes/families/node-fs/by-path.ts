/** Functions of node:fs that are given a path, as they are where no callback means a promise: the first names of the alphabet. */
import { access, appendFile, chmod, chown, copyFile, link, lstat, mkdir, mkdtemp } from "node:fs";
import {
  access as accessLater,
  appendFile as appendFileLater,
  chmod as chmodLater,
  chown as chownLater,
  copyFile as copyFileLater,
  link as linkLater,
  lstat as lstatLater,
  mkdir as mkdirLater,
  mkdtemp as mkdtempLater,
} from "node:fs/promises";
import { promisify } from "node:util";
import {
  accessAny,
  appendFileAny,
  chmodAny,
  chownAny,
  copyFileAny,
  linkAny,
  lstatAny,
  mkdirAny,
  mkdtempAny,
} from "./calls.ts";
import type { Writing, Making, Ended, Found } from "./types.ts";

/** Whether a file may be used in some way: fails where it may not. */
export const accessCases = [
  (path: string) => accessLater(path),
  (path: string, mode: number) => accessLater(path, mode),
  (path: unknown, mode: number) => promisify(access)(path as string, mode),
  (path: unknown, callback: Ended) => access(path as string, callback),
  (path: unknown, mode: number, callback: Ended) => access(path as string, mode, callback),
  accessAny,
];

/** Writes at the end of a file. */
export const appendFileCases = [
  (path: string, data: string | Uint8Array) => appendFileLater(path, data),
  (path: string, data: string | Uint8Array, options: Writing) => appendFileLater(path, data, options as BufferEncoding),
  (path: unknown, data: string | Uint8Array) => promisify(appendFile)(path as string, data),
  (path: unknown, data: unknown, callback: Ended) => appendFile(path as string, data as string, callback),
  appendFileAny,
];

/** Sets who may do what with a file. */
export const chmodCases = [
  (path: string, mode: number | string) => chmodLater(path, mode),
  (path: unknown, mode: number | string) => promisify(chmod)(path as string, mode),
  (path: unknown, mode: unknown, callback: Ended) => chmod(path as string, mode as number, callback),
  chmodAny,
];

/** Sets the owner of a file. */
export const chownCases = [
  (path: string, uid: number, gid: number) => chownLater(path, uid, gid),
  (path: unknown, uid: unknown, gid: unknown, callback: Ended) =>
    chown(path as string, uid as number, gid as number, callback),
  chownAny,
];

/** Copies a file. */
export const copyFileCases = [
  (from: string, to: string) => copyFileLater(from, to),
  (from: string, to: string, mode: number) => copyFileLater(from, to, mode),
  (from: unknown, to: unknown, callback: Ended) => copyFile(from as string, to as string, callback),
  copyFileAny,
];

/** Gives a file another name. */
export const linkCases = [
  (from: string, to: string) => linkLater(from, to),
  (from: unknown, to: unknown, callback: Ended) => link(from as string, to as string, callback),
  linkAny,
];

/** What is known of a file or a link. */
export const lstatCases = [
  (path: string) => lstatLater(path),
  (path: unknown, callback: Found) => lstat(path as string, callback),
  lstatAny,
];

/** Makes a directory. */
export const mkdirCases = [
  (path: string) => mkdirLater(path),
  (path: string, options: Making) => mkdirLater(path, options),
  (path: unknown, options: Making) => promisify(mkdir)(path as string, options),
  (path: unknown, callback: Ended) => mkdir(path as string, callback),
  (path: unknown, options: unknown, callback: Ended) => mkdir(path as string, options as Making, callback),
  mkdirAny,
];

/** Makes a directory whose name begins with a text; gives its path. */
export const mkdtempCases = [
  (prefix: string) => mkdtempLater(prefix),
  (prefix: unknown, callback: Found) => mkdtemp(prefix as string, callback),
  mkdtempAny,
];

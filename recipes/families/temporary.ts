/** New paths in the directory for temporary files: what the versions of tempy share. */
import { randomBytes } from "node:crypto";
import { createWriteStream, mkdirSync, realpathSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { isPiped } from "./streams.ts";

/** A temporary file has an ending or a name. */
export interface FileOptions {
  readonly extension?: string | undefined;
  readonly name?: string | undefined;
}

/** The name of a temporary directory begins with the prefix. */
export interface DirectoryOptions {
  readonly prefix?: string | undefined;
}

export type Data = string | NodeJS.ArrayBufferView | NodeJS.ReadableStream;

/** The real path of the directory for temporary files. */
export const temporaryRoot = realpathSync(tmpdir());

/** A path in a directory at which there is nothing yet. */
export function newPath(prefix: string, within = temporaryRoot): string {
  return join(within, prefix + randomBytes(16).toString("hex"));
}

/** Makes a directory; gives its path. */
export function made(path: string): string {
  mkdirSync(path);
  return path;
}

/** A new path with an ending, or of that name in a directory of its own, which is made. */
export function pathOf({ name, extension }: FileOptions): string {
  if (!name) return newPath("") + endingOf(extension);
  if (extension !== undefined && extension !== null) throw exclusive();
  return join(made(newPath("")), name);
}

export function endingOf(extension?: string | null): string {
  return extension === undefined || extension === null ? "" : "." + extension.replace(/^\./, "");
}

export function exclusive(): Error {
  return new Error("The `name` and `extension` options are mutually exclusive");
}

/** Writes what a stream gives, or the data itself. */
export async function writeAny(path: string, data: unknown): Promise<void> {
  if (isPiped(data)) await pipeline(data as NodeJS.ReadableStream, createWriteStream(path));
  else await writeFile(path, data as string);
}

/** Calls a function with a path; when it is done, removes what is there. */
export async function runTask(path: string, task: unknown, maxRetries: number): Promise<unknown> {
  try {
    return await (task as (path: string) => unknown)(path);
  } finally {
    await rm(path, { recursive: true, force: true, maxRetries });
  }
}

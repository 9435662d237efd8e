/** What fs-extra writes into directories that need not be there yet. */
import { existsSync, mkdirSync, readdirSync, stat, statSync, writeFile, writeFileSync } from "node:fs";
import { access, mkdir, readdir } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import type { Path, Writing } from "../node-fs/types.ts";
import { tellBack } from "../later.ts";

export function outputFileSync(file: string, data: string | Uint8Array, options?: Writing): void;
/** Writes a file, and makes the directory it is in. */
export function outputFileSync(file: unknown, ...rest: unknown[]): unknown {
  const directory = dirname(file as string);
  if (!existsSync(directory)) mkdirSync(directory, { recursive: true });
  return writeFileSync(file as string, ...(rest as [string]));
}

export function outputFile(file: string, data: string | Uint8Array, options?: Writing): Promise<void>;
/** Writes a file, and makes the directory it is in; gives a promise where there is no callback. */
export function outputFile(...args: unknown[]): unknown {
  return tellBack(args, output);
}

/** Writes a file, and makes the directory it is in. */
export async function output(file: unknown, data: unknown, options: unknown = "utf-8"): Promise<void> {
  const directory = dirname(file as string);
  const isThere = await access(directory).then(
    () => true,
    () => false,
  );
  if (!isThere) await mkdir(directory, { recursive: true });
  return promisify(writeFile)(file as string, data as string, options as BufferEncoding);
}

export function ensureFile(file: Path): Promise<void>;
/** Makes an empty file, and its directory, unless there is a file; gives a promise where there is no callback. */
export function ensureFile(...args: unknown[]): unknown {
  return tellBack(args, create);
}

async function create(file: unknown): Promise<void> {
  const look = promisify(stat);
  const isFile = await look(file as string).then(
    (stats) => stats.isFile(),
    () => false,
  );
  if (isFile) return;
  const directory = dirname(file as string);
  try {
    // Listing what is no directory fails with the error that is due.
    if (!(await look(directory)).isDirectory()) await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    await mkdir(directory, { recursive: true });
  }
  await promisify(writeFile)(file as string, "");
}

export function ensureFileSync(file: Path): void;
/** Makes an empty file, and its directory, unless there is a file. */
export function ensureFileSync(file: unknown): void {
  let isFile = false;
  try {
    isFile = statSync(file as string).isFile();
  } catch {
    // It is made below.
  }
  if (isFile) return;
  const directory = dirname(file as string);
  try {
    // Listing what is no directory fails with the error that is due.
    if (!statSync(directory).isDirectory()) readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    mkdirSync(directory, { recursive: true });
  }
  writeFileSync(file as string, "");
}

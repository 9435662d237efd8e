import { lstat, lstatSync, stat, statSync } from "node:fs";
import { promisify } from "node:util";
import { defineRecipe } from "../src/recipe.ts";

const exported = { isFile, isDirectory, isSymlink, isFileSync, isDirectorySync, isSymlinkSync };

export default defineRecipe({
  package: "path-type",
  versions: ">=4.0.0 <7",
  replacement: "fs.stat, fs.lstat",
  floor: { node: "8.0.0" },
  require: "namespace",
  exports: exported,
});

function isFile(path: string): Promise<boolean>;
/** Whether a path is a file; false where there is nothing. */
async function isFile(path: unknown): Promise<boolean> {
  return ask(async () => (await promisify(stat)(checked(path))).isFile());
}

function isDirectory(path: string): Promise<boolean>;
/** Whether a path is a directory; false where there is nothing. */
async function isDirectory(path: unknown): Promise<boolean> {
  return ask(async () => (await promisify(stat)(checked(path))).isDirectory());
}

function isSymlink(path: string): Promise<boolean>;
/** Whether a path is a symbolic link; false where there is nothing. */
async function isSymlink(path: unknown): Promise<boolean> {
  return ask(async () => (await promisify(lstat)(checked(path))).isSymbolicLink());
}

function isFileSync(path: string): boolean;
/** Whether a path is a file; false where there is nothing. */
function isFileSync(path: unknown): boolean {
  return askNow(() => statSync(checked(path)).isFile());
}

function isDirectorySync(path: string): boolean;
/** Whether a path is a directory; false where there is nothing. */
function isDirectorySync(path: unknown): boolean {
  return askNow(() => statSync(checked(path)).isDirectory());
}

function isSymlinkSync(path: string): boolean;
/** Whether a path is a symbolic link; false where there is nothing. */
function isSymlinkSync(path: unknown): boolean {
  return askNow(() => lstatSync(checked(path)).isSymbolicLink());
}

function checked(path: unknown): string | Buffer | URL {
  if (typeof path !== "string") throw new TypeError(`Expected a string, got ${typeof path}`);
  return path;
}

async function ask(question: () => Promise<boolean>): Promise<boolean> {
  try {
    return await question();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function askNow(question: () => boolean): boolean {
  try {
    return question();
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

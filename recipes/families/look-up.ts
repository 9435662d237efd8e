/** The nearest of some files or directories, from a directory up to the root. */
import { existsSync, statSync } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, join, parse, resolve } from "node:path";

export type Entry = "file" | "directory";
export type NameOrNames = string | readonly string[];

/** The path of the first of the names that a directory or one above it has, of the kind that is asked for. */
export async function lookUp(names: NameOrNames, from: string, kind: Entry): Promise<string | undefined> {
  const list = typeof names === "string" ? [names] : [...names];
  for (let directory = from; ; directory = dirname(directory)) {
    for (const name of list) {
      if (!(await isThere(directory, name, kind))) continue;
      if (name !== "") return resolve(directory, name);
      break;
    }
    if (directory === parse(directory).root) return undefined;
  }
}

/** The path of the first of the names that a directory or one above it has, of the kind that is asked for. */
export function lookUpNow(names: NameOrNames, from: string, kind: Entry): string | undefined {
  const list = typeof names === "string" ? [names] : [...names];
  for (let directory = from; ; directory = dirname(directory)) {
    for (const name of list) {
      if (!isThereNow(directory, name, kind)) continue;
      if (name !== "") return resolve(directory, name);
      break;
    }
    if (directory === parse(directory).root) return undefined;
  }
}

async function isThere(directory: string, name: string, kind: Entry): Promise<boolean> {
  try {
    return isOf(kind, await stat(resolve(directory, name)));
  } catch {
    return false;
  }
}

function isThereNow(directory: string, name: string, kind: Entry): boolean {
  try {
    return isOf(kind, statSync(resolve(directory, name)));
  } catch {
    return false;
  }
}

function isOf(kind: Entry, found: { isFile(): boolean; isDirectory(): boolean }): boolean {
  return kind === "file" ? found.isFile() : found.isDirectory();
}

/** The path that a directory, or one above it, has by a name, of whatever kind; null where none does. */
export async function lookUpAny(name: string, from: string): Promise<string | null> {
  for (let directory = from; ; directory = dirname(directory)) {
    const path = join(directory, name);
    if (await isAnyThere(path)) return path;
    if (directory === parse(directory).root) return null;
  }
}

/** The path that a directory, or one above it, has by a name, of whatever kind; null where none does. */
export function lookUpAnyNow(name: string, from: string): string | null {
  for (let directory = from; ; directory = dirname(directory)) {
    const path = join(directory, name);
    if (existsSync(path)) return path;
    if (directory === parse(directory).root) return null;
  }
}

/** The path of the first of the names that a directory or one above it has, of whatever kind; null where none does. */
export async function lookUpAnyOf(names: NameOrNames, from: string): Promise<string | null> {
  const list = typeof names === "string" ? [names] : [...names];
  for (let directory = from; ; directory = dirname(directory)) {
    for (const name of list) {
      const path = join(directory, name);
      if (await isAnyThere(path)) return path;
    }
    if (directory === parse(directory).root) return null;
  }
}

/** The path of the first of the names that a directory or one above it has, of whatever kind; null where none does. */
export function lookUpAnyOfNow(names: NameOrNames, from: string): string | null {
  const list = typeof names === "string" ? [names] : [...names];
  for (let directory = from; ; directory = dirname(directory)) {
    for (const name of list) {
      const path = join(directory, name);
      if (existsSync(path)) return path;
    }
    if (directory === parse(directory).root) return null;
  }
}

async function isAnyThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}

/** Calls that make something in the directory for temporary files: under names that are known, and gone afterwards. */
import crypto from "node:crypto";
import { lstatSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { types } from "node:util";
import type { Surround } from "../proof/outcome.ts";

/** The real path of the directory for temporary files. */
export const temporary = realpathSync(tmpdir());
/** What the name of everything made here has in it. */
export const mark = `5eed${process.pid.toString(16).padStart(8, "0")}`;

/** Runs a call whose random bytes are the same each time, and tells what it left behind. */
export const withKnownNames: Surround = (call, world) => {
  const { randomBytes } = crypto;
  let count = 0;
  setRandomBytes((size: number) => {
    const bytes = Buffer.alloc(size);
    bytes.write(mark, "hex");
    bytes[size - 1] = ++count;
    return bytes;
  });
  const leave = (): void => {
    world.calls.push(count, ...readMarked());
    removeMarked();
  };
  try {
    const value = call();
    if (types.isPromise(value)) return value.finally(leave);
    leave();
    return value;
  } catch (error) {
    leave();
    throw error;
  } finally {
    setRandomBytes(randomBytes);
  }
};

function setRandomBytes(use: unknown): void {
  Object.assign(crypto, { randomBytes: use });
  syncBuiltinESMExports();
}

/** One line for each entry that a call made: its path, its mode, its text. */
export function readMarked(): string[] {
  return marked().flatMap((name) => readTree(name));
}

export function removeMarked(): void {
  for (const name of marked()) rmSync(join(temporary, name), { recursive: true, force: true });
}

function marked(): string[] {
  return readdirSync(temporary)
    .filter((name) => name.includes(mark))
    .sort();
}

function readTree(path: string): string[] {
  const stat = lstatSync(join(temporary, path));
  const mode = (stat.mode & 0o7777).toString(8);
  if (!stat.isDirectory()) return [`${path} ${mode} ${readFileSync(join(temporary, path), "utf8")}`];
  const names = readdirSync(join(temporary, path)).sort();
  return [`${path}/ ${mode}`, ...names.flatMap((name) => readTree(`${path}/${name}`))];
}

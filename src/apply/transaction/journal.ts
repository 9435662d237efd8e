/**
 * What a transaction writes before it touches the project: every original, byte for byte. While it is called
 * journal.json the transaction is unsettled; renamed to receipt.json it is done and can be taken back.
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { unlinkIfThere, writeDurably, type System } from "./system.ts";

export interface Original {
  /** The bytes, in base64. */
  readonly bytes: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export interface JournalEntry {
  /** As the plan names it; relative to the root. */
  readonly path: string;
  /** The file that is written: the same, or where the symlink leads. */
  readonly target: string;
  /** What was there; null for a new file. */
  readonly before: Original | null;
  /** SHA-256 of what comes there, in hex; null for a file that goes. */
  readonly after: string | null;
}

export interface Journal {
  readonly version: 1;
  readonly id: string;
  /** When it began, as ISO 8601. */
  readonly time: string;
  /** Packages it removes, for messages. */
  readonly packages: readonly string[];
  readonly entries: readonly JournalEntry[];
  /** Directories it makes, outermost first. */
  readonly directories: readonly string[];
  /** Directories of installed packages that are moved aside until it is settled ("node_modules/left-pad"). */
  readonly hidden?: readonly string[];
}

export const directoryName = ".shrinkdeps";
export type JournalName = "journal.json" | "receipt.json";

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Name of the temporary sibling of one entry; the same after a crash, so that it can be found again. */
export function temporaryName(journal: Journal, index: number): string {
  return `.shrinkdeps-${journal.id}-${index}`;
}

/** Writes it so that it is there whole or not at all; `openStore` has cleared the way. `directory` is the absolute `.shrinkdeps`. */
export function writeJournal(system: System, directory: string, journal: Journal): void {
  const prepared = join(directory, "journal.tmp");
  writeDurably(system, prepared, Buffer.from(`${JSON.stringify(journal, null, 1)}\n`));
  system.rename(prepared, join(directory, "journal.json"));
  system.fsyncDirectory(directory);
}

/** Throws `journal` for a file that is not what `writeJournal` writes: nothing in it is then trusted. */
export function readJournal(system: System, directory: string, name: JournalName): Journal | undefined {
  const bytes = system.read(join(directory, name));
  if (bytes === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    if (isJournal(value)) return value;
  } catch {
    // Said below.
  }
  throw new ShrinkdepsError("journal", "is not a journal of shrinkdeps, so nothing can be taken back by it", {
    path: `${directoryName}/${name}`,
    hint: "restore the project from version control, then delete this file",
  });
}

/** The journal becomes the receipt: from here on the transaction is done. */
export function settle(system: System, directory: string): void {
  system.rename(join(directory, "journal.json"), join(directory, "receipt.json"));
  system.fsyncDirectory(directory);
}

/** The receipt becomes a journal again: what is taken back is unsettled until it is done. */
export function unsettle(system: System, directory: string): void {
  system.rename(join(directory, "receipt.json"), join(directory, "journal.json"));
  system.fsyncDirectory(directory);
}

export function dropJournal(system: System, directory: string): void {
  unlinkIfThere(system, join(directory, "journal.json"));
}

function isJournal(value: unknown): value is Journal {
  if (!isRecord(value)) return false;
  const { version, id, time, packages, entries, directories, hidden } = value;
  if (version !== 1 || typeof id !== "string" || !/^[0-9a-f]{8,}$/.test(id) || typeof time !== "string") return false;
  if (!isArrayOf(packages, isString) || !isArrayOf(directories, isString)) return false;
  if (hidden !== undefined && !isArrayOf(hidden, isString)) return false;
  return isArrayOf(entries, isEntry);
}

function isEntry(value: unknown): value is JournalEntry {
  if (!isRecord(value) || !isString(value["path"]) || !isString(value["target"])) return false;
  const { before, after } = value;
  return (before === null || isOriginal(before)) && (after === null || isString(after));
}

function isOriginal(value: unknown): value is Original {
  return (
    isRecord(value) &&
    isString(value["bytes"]) &&
    [value["mode"], value["uid"], value["gid"]].every(Number.isSafeInteger)
  );
}

function isArrayOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(is);
}

function isString(value: unknown): value is string {
  return typeof value === "string";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

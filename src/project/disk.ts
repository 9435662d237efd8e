/** Reading the disk: synchronous, and a failure is an answer, never an exception. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
  type Stats,
} from "node:fs";
import { isAbsolute, sep } from "node:path";
import type { Disk, FileText } from "./project.ts";

export interface DiskEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "symlink" | "other";
}

export type Listing = { readonly entries: readonly DiskEntry[] } | { readonly unreadable: string };

export type Link =
  | { readonly kind: "file" | "directory"; readonly target: string }
  | { readonly kind: "broken" }
  | { readonly kind: "loop" };

/** What reading a project needs beyond `Disk`. */
export interface ProjectDisk extends Disk {
  /** A directory's entries by name, symlinks not followed; or why it cannot be listed. */
  listing(path: string): Listing;
  /** The first bytes of a file, as Latin-1; "" when they cannot be read. */
  head(path: string, bytes: number): string;
  /** What a symbolic link leads to; `target` is absolute. */
  link(path: string): Link;
  /** Size in bytes; undefined when there is no such file. */
  size(path: string): number | undefined;
}

/** Kept texts are dropped when they pass this many UTF-16 units together. */
const keptUnits = 128_000_000;
/** A file changed this short before it was read may change again without a new time stamp, so it is not kept. */
const settledMilliseconds = 100;

/**
 * A reader of the directory `root` (absolute). Paths are relative to it, or absolute. Texts are kept, and read again
 * whenever the file's size or times differ from when it was read.
 */
export function createDisk(root: string): ProjectDisk {
  const absolute = (path: string) => (path === "" ? root : isAbsolute(path) ? path : root + sep + path);
  const kept = new Map<string, { readonly stamp: string; readonly text: string }>();
  let units = 0;

  const keep = (file: string, stamp: string, text: string) => {
    if (units + text.length > keptUnits) {
      kept.clear();
      units = 0;
    }
    kept.set(file, { stamp, text });
    units += text.length;
  };

  const read = (path: string): FileText => {
    const file = absolute(path);
    const known = kept.get(file);
    let handle: number | undefined;
    try {
      if (known !== undefined && known.stamp === stampOf(statSync(file))) return { text: known.text };
      // Without O_NONBLOCK opening a named pipe waits for a writer.
      handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
      const state = fstatSync(handle);
      if (!state.isFile())
        return { unreadable: state.isDirectory() ? "it is a directory" : "it is not a regular file" };
      const text = decode(contentOf(handle, state.size));
      if (text === undefined) return { unreadable: "it is not UTF-8 text" };
      if (Date.now() - Math.max(state.ctimeMs, state.mtimeMs) > settledMilliseconds) keep(file, stampOf(state), text);
      return { text };
    } catch (error) {
      return { unreadable: describe(error) };
    } finally {
      if (handle !== undefined) closeSync(handle);
    }
  };

  return {
    read,
    exists: (path) => attempt(() => statSync(absolute(path), { throwIfNoEntry: false }) !== undefined) ?? false,
    isDirectory: (path) => attempt(() => statSync(absolute(path)).isDirectory()) ?? false,
    list: (path) => attempt(() => readdirSync(absolute(path)).sort()) ?? [],
    realpath: (path) => attempt(() => realpathSync(absolute(path))) ?? absolute(path),
    listing: (path) => list(absolute(path)),
    head: (path, bytes) => attempt(() => head(absolute(path), bytes)) ?? "",
    link: (path) => follow(absolute(path)),
    size: (path) => attempt(() => statSync(absolute(path)).size),
  };
}

/** What changes with a file's content, or with which file a path leads to. */
function stampOf({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return `${ino}:${size}:${mtimeMs}:${ctimeMs}`;
}

const shared = Buffer.allocUnsafe(1 << 18);

/** Bytes of an open file; valid until the next call, since small files share one buffer. */
function contentOf(handle: number, size: number): Buffer {
  if (size >= shared.length) return readFileSync(handle);
  let filled = 0;
  for (let count = -1; count !== 0 && filled < shared.length; filled += count) {
    count = readSync(handle, shared, filled, shared.length - filled, null);
    // A file that is as long as it was said to be needs no second read to find its end.
    if (filled + count === size) return shared.subarray(0, size);
  }
  return filled < shared.length ? shared.subarray(0, filled) : Buffer.concat([shared, readFileSync(handle)]);
}

/** Strict UTF-8 with its BOM kept; undefined for anything else. */
function decode(bytes: Buffer): string | undefined {
  const text = bytes.toString("utf8");
  // Node's decoder writes U+FFFD for what is no UTF-8; only then is a second, strict look needed.
  if (!text.includes("\uFFFD")) return text;
  return attempt(() => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
}

function list(directory: string): Listing {
  try {
    const entries = readdirSync(directory, { withFileTypes: true }).map((entry): DiskEntry => {
      if (entry.isFile()) return { name: entry.name, kind: "file" };
      if (entry.isDirectory()) return { name: entry.name, kind: "directory" };
      return { name: entry.name, kind: entry.isSymbolicLink() ? "symlink" : "other" };
    });
    return { entries: entries.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  } catch (error) {
    return { unreadable: describe(error) };
  }
}

function follow(file: string): Link {
  try {
    return { kind: statSync(file).isDirectory() ? "directory" : "file", target: realpathSync(file) };
  } catch (error) {
    return codeOf(error) === "ELOOP" ? { kind: "loop" } : { kind: "broken" };
  }
}

function head(file: string, bytes: number): string {
  if (!lstatSync(file).isFile()) return "";
  const handle = openSync(file, "r");
  try {
    const buffer = Buffer.alloc(Math.min(bytes, fstatSync(handle).size));
    return buffer.toString("latin1", 0, readSync(handle, buffer, 0, buffer.length, 0));
  } finally {
    closeSync(handle);
  }
}

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

const reasons = new Map([
  ["ENOENT", "it does not exist"],
  ["ENOTDIR", "a part of its path is not a directory"],
  ["EACCES", "permission is denied"],
  ["EPERM", "permission is denied"],
  ["ELOOP", "its symbolic links run in a circle"],
  ["ENAMETOOLONG", "its path is too long"],
  ["ERR_STRING_TOO_LONG", "it is too large to be text"],
  ["ERR_FS_FILE_TOO_LARGE", "it is too large to be text"],
]);

function describe(error: unknown): string {
  const code = codeOf(error);
  return reasons.get(code ?? "") ?? (code === undefined ? String(error) : `reading it fails with ${code}`);
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error ? String(error.code) : undefined;
}

/** Changes of files as they go to disk: looked at, prepared beside their targets, and put into place. */
import { dirname, join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { describeFailure } from "./failure.ts";
import { hashOf, temporaryName, type Journal, type JournalEntry } from "./journal.ts";
import { hasNoLinks } from "./lock.ts";
import { resolvePlace, type Place } from "./place.ts";
import { errorCode, unlinkIfThere, type System } from "./system.ts";

/** One file before and after, as text with its BOM; undefined where there is no file. */
export interface FileChange {
  /** Relative to the root, with "/". */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A change with its place and its contents as bytes. */
export interface Staged {
  readonly entry: JournalEntry;
  readonly after: Uint8Array | undefined;
}

/** Every change with its place; nothing is written. Throws `conflict` or `permission` for one that may not be made. */
export function stageAll(
  system: System,
  root: string,
  changes: readonly FileChange[],
): { readonly staged: readonly Staged[]; readonly directories: readonly string[] } {
  const places = changes.map((change) => guarded(() => resolvePlace(system, root, change.path), change.path));
  const staged = changes.map((change, i) => guarded(() => stage(system, root, change, places[i]), change.path));
  refuseTwice(staged);
  return { staged, directories: [...new Set(places.flatMap((place) => place.missing))].sort() };
}

/** Puts one prepared file into its place. The last look at what is there is as close to the rename as can be. */
export function replace(system: System, root: string, item: Staged, journal: Journal, index: number): void {
  const target = join(root, item.entry.target);
  const prepared = join(dirname(target), temporaryName(journal, index));
  refuseChanged(system, root, item.entry);
  if (item.after === undefined) return system.unlink(target);
  if (item.entry.before !== null) return system.rename(prepared, target);
  try {
    system.link(prepared, target);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw changed(item.entry.path);
    if (!hasNoLinks(error)) throw error;
    return system.rename(prepared, target);
  }
  unlinkIfThere(system, prepared);
}

export function guarded<T>(act: () => T, path?: string): T {
  try {
    return act();
  } catch (error) {
    throw describeFailure(error, path, "unchanged");
  }
}

function refuseTwice(staged: readonly Staged[]): void {
  const seen = new Set<string>();
  for (const { entry } of staged) {
    if (seen.has(entry.target)) {
      throw new ShrinkdepsError("conflict", "is reached by two paths and would be written twice", {
        path: entry.path,
        hint: "nothing was changed",
      });
    }
    seen.add(entry.target);
  }
}

function stage(system: System, root: string, change: FileChange, place: Place | undefined): Staged {
  if (place === undefined) throw new Error(`no place for ${change.path}`);
  const target = join(root, place.target);
  const status = system.status(target);
  const bytes = status === undefined ? undefined : system.read(target);
  if (change.before === undefined ? bytes !== undefined : bytes === undefined || !isText(bytes, change.before)) {
    throw changed(change.path);
  }
  if (change.after !== undefined && /\p{Surrogate}/u.test(change.after)) {
    throw new ShrinkdepsError("source", "would get half a character, which no file can hold", {
      path: change.path,
      hint: "nothing was changed",
    });
  }
  if (status !== undefined) {
    // Root may write anything, so the bits are looked at too: a file without any write bit is meant to stay as it is.
    if ((status.mode & 0o222) === 0) throw readOnly(change.path);
    system.checkWritable(target);
  }
  const after = change.after === undefined ? undefined : Buffer.from(change.after);
  const before =
    status === undefined || bytes === undefined
      ? null
      : { bytes: Buffer.from(bytes).toString("base64"), mode: status.mode, uid: status.uid, gid: status.gid };
  const entry = { path: change.path, target: place.target, before, after: after === undefined ? null : hashOf(after) };
  return { entry, after };
}

/** True when the bytes are this text in UTF-8, BOM included. */
function isText(bytes: Uint8Array, text: string): boolean {
  return Buffer.compare(bytes, Buffer.from(text)) === 0;
}

/** Throws when the file is not its original any more, or when its directory now leads elsewhere. */
export function refuseChanged(system: System, root: string, entry: JournalEntry): void {
  const target = join(root, entry.target);
  if (system.realpath(dirname(target)) !== dirname(target)) throw changed(entry.path);
  const status = system.status(target);
  if (entry.before === null) {
    if (status !== undefined) throw changed(entry.path);
    return;
  }
  const bytes = status?.kind === "file" ? system.read(target) : undefined;
  if (bytes === undefined || Buffer.from(bytes).toString("base64") !== entry.before.bytes) throw changed(entry.path);
}

function changed(path: string): ShrinkdepsError {
  return new ShrinkdepsError("conflict", "was changed by someone else since it was read", {
    path,
    hint: "nothing was changed; run it again",
  });
}

function readOnly(path: string): ShrinkdepsError {
  return new ShrinkdepsError("permission", "is read-only", {
    path,
    hint: "nothing was changed; make it writable first",
  });
}

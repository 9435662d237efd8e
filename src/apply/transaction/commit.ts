/**
 * The transaction: all changes or none. The originals are written to the journal first, then every new content to a
 * temporary sibling, and only then is anything renamed into place. Whatever goes wrong is rolled back; a process that is
 * killed leaves the journal, from which `undo` restores.
 */
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { describeFailure } from "./failure.ts";
import {
  dropJournal,
  hashOf,
  readJournal,
  settle,
  temporaryName,
  writeJournal,
  type Journal,
  type JournalEntry,
} from "./journal.ts";
import { hasNoLinks } from "./lock.ts";
import { resolvePlace, type Place } from "./place.ts";
import { restore } from "./restore.ts";
import { openStore } from "./store.ts";
import { errorCode, nodeSystem, unlinkIfThere, writeDurably, type System } from "./system.ts";

/** One file before and after, as text with its BOM; undefined where there is no file. */
export interface FileChange {
  /** Relative to the root, with "/". */
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** A change with its place and its contents as bytes. */
interface Staged {
  readonly entry: JournalEntry;
  readonly after: Uint8Array | undefined;
}

/**
 * Makes all changes or none, and leaves `.shrinkdeps/receipt.json`, from which `undo` takes them back. Changes that
 * change nothing are passed over; without any other, nothing is written at all. Returns the paths written, in the order given.
 * Throws `conflict` when a file is not its `before` any more or another transaction runs, `permission` for what may not
 * be written, `journal` when an earlier one was interrupted or the disk fails; in each case nothing is changed.
 */
export function commit(
  root: string,
  changes: readonly FileChange[],
  packages: readonly string[] = [],
  system: System = nodeSystem,
): readonly string[] {
  const effective = changes.filter((change) => change.before !== change.after);
  if (effective.length === 0) return [];
  const id = randomBytes(6).toString("hex");
  const real = system.realpath(root);
  const store = guarded(() => openStore(system, real, "apply", id));
  try {
    guarded(() => refuseUnsettled(system, store.directory));
    const places = effective.map((change) => guarded(() => resolvePlace(system, real, change.path), change.path));
    const staged = effective.map((change, i) => guarded(() => stage(system, real, change, places[i]), change.path));
    refuseTwice(staged);
    const journal: Journal = {
      version: 1,
      id,
      time: new Date().toISOString(),
      packages,
      entries: staged.map((item) => item.entry),
      directories: [...new Set(places.flatMap((place) => place.missing))].sort(),
    };
    write(system, real, store.directory, journal, staged);
  } finally {
    store.close();
  }
  return effective.map((change) => change.path);
}

function write(system: System, root: string, store: string, journal: Journal, staged: readonly Staged[]): void {
  let path: string | undefined;
  try {
    writeJournal(system, store, journal);
    for (const directory of journal.directories) system.mkdir(join(root, directory));
    for (const [index, item] of staged.entries()) {
      path = item.entry.path;
      if (item.after === undefined) continue;
      const temporary = join(root, dirname(item.entry.target), temporaryName(journal, index));
      writeDurably(system, temporary, item.after, item.entry.before ?? undefined);
    }
    for (const item of staged) refuseChanged(system, root, item.entry);
    for (const [index, item] of staged.entries()) {
      path = item.entry.path;
      replace(system, root, item, temporaryName(journal, index));
    }
    path = undefined;
    for (const directory of new Set(staged.map((item) => dirname(item.entry.target)))) {
      system.fsyncDirectory(join(root, directory));
    }
    settle(system, store);
  } catch (error) {
    throw rollBack(system, root, store, journal, error, path);
  }
}

/** Puts one prepared file into its place. The last look at what is there is as close to the rename as can be. */
function replace(system: System, root: string, item: Staged, temporary: string): void {
  const target = join(root, item.entry.target);
  const prepared = join(dirname(target), temporary);
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

/** Rolls back and returns the error to throw. When that fails too, the journal stays and the error says so. */
function rollBack(
  system: System,
  root: string,
  store: string,
  journal: Journal,
  error: unknown,
  path: string | undefined,
): unknown {
  try {
    restore(system, root, journal, "remove");
    dropJournal(system, store);
  } catch {
    return describeFailure(error, path, "half-changed");
  }
  return describeFailure(error, path, "unchanged");
}

function guarded<T>(act: () => T, path?: string): T {
  try {
    return act();
  } catch (error) {
    throw describeFailure(error, path, "unchanged");
  }
}

function refuseUnsettled(system: System, directory: string): void {
  if (readJournal(system, directory, "journal.json") === undefined) return;
  throw new ShrinkdepsError("journal", "an earlier apply or undo was interrupted", {
    path: ".shrinkdeps/journal.json",
    hint: "run `shrinkdeps undo` first; nothing was changed",
  });
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
function refuseChanged(system: System, root: string, entry: JournalEntry): void {
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

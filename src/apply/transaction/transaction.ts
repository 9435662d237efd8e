/**
 * The transaction: all changes or none. The originals are written to the journal first, then every new content to a
 * temporary sibling, and only then is anything renamed into place. Whatever goes wrong is rolled back; a process that is
 * killed leaves the journal, from which `undo` restores.
 */
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { describeFailure } from "./failure.ts";
import { bringBack, hide, listHideable } from "./hide.ts";
import { dropJournal, readJournal, settle, temporaryName, writeJournal, type Journal } from "./journal.ts";
import { restore, type RestoredFile } from "./restore.ts";
import { guarded, refuseChanged, replace, stageAll, type FileChange, type Staged } from "./stage.ts";
import { openStore } from "./store.ts";
import { nodeSystem, writeDurably, type System } from "./system.ts";

export interface WriteOptions {
  /** Packages the changes remove, for messages. */
  readonly packages?: readonly string[];
  /** Directories of installed packages to move aside until the changes are settled or taken back. */
  readonly hide?: readonly string[];
}

export interface Written {
  /** Paths written, in the order given. */
  readonly paths: readonly string[];
  /** Directories moved aside: those of `hide` that were there and could be. */
  readonly hidden: readonly string[];
}

/** A transaction held open: what it wrote can be taken back, and something else be written instead. */
export interface Transaction {
  /** Writes all changes or none; what was written before must be taken back first. Throws as `commit` does. */
  write(changes: readonly FileChange[], options?: WriteOptions): Written;
  /**
   * Restores the originals. A file that somebody changed since is kept, and then the journal stays for `undo`; otherwise
   * nothing is left of what was written.
   */
  takeBack(): readonly RestoredFile[];
  /** Keeps what is written: from here on it is the last apply, and `undo` takes it back. Returns what could not be brought back. */
  settle(): readonly string[];
  /** Gives the lock back. Changes neither settled nor taken back stay one `undo` from before. */
  close(): void;
}

/** Takes the project's lock. Throws `conflict` while another transaction runs, `journal` when an earlier one was interrupted. */
export function openTransaction(root: string, system: System = nodeSystem): Transaction {
  const id = randomBytes(6).toString("hex");
  const real = system.realpath(root);
  const store = guarded(() => openStore(system, real, "apply", id));
  try {
    guarded(() => refuseUnsettled(system, store.directory));
  } catch (error) {
    store.close();
    throw error;
  }
  let current: Journal | undefined;
  return {
    write(changes, options = {}) {
      if (current !== undefined) throw new Error("what was written before is neither settled nor taken back");
      const effective = changes.filter((change) => change.before !== change.after);
      const { staged, directories } = stageAll(system, real, effective);
      const journal: Journal = {
        version: 1,
        id,
        time: new Date().toISOString(),
        packages: options.packages ?? [],
        entries: staged.map((item) => item.entry),
        directories,
        ...(options.hide === undefined ? {} : { hidden: listHideable(system, real, options.hide) }),
      };
      const hidden = write(system, real, store.directory, journal, staged);
      current = journal;
      return { paths: effective.map((change) => change.path), hidden };
    },
    takeBack() {
      if (current === undefined) return [];
      const files = takeBack(system, real, store.directory, current);
      current = undefined;
      return files;
    },
    settle() {
      if (current === undefined) return [];
      const journal = current;
      current = undefined;
      return settleWritten(system, real, store.directory, journal);
    },
    close: () => store.close(),
  };
}

function write(
  system: System,
  root: string,
  store: string,
  journal: Journal,
  staged: readonly Staged[],
): readonly string[] {
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
      replace(system, root, item, journal, index);
    }
    path = undefined;
    for (const directory of new Set(staged.map((item) => dirname(item.entry.target)))) {
      system.fsyncDirectory(join(root, directory));
    }
    return hide(system, root, journal);
  } catch (error) {
    throw rollBack(system, root, store, journal, error, path);
  }
}

function settleWritten(system: System, root: string, store: string, journal: Journal): readonly string[] {
  try {
    const lost = bringBack(system, root, journal);
    settle(system, store);
    return lost;
  } catch (error) {
    throw rollBack(system, root, store, journal, error, undefined);
  }
}

function takeBack(system: System, root: string, store: string, journal: Journal): readonly RestoredFile[] {
  try {
    const files = restore(system, root, journal, "keep for changed files");
    if (files.every((file) => file.kind !== "kept")) dropJournal(system, store);
    return files;
  } catch (error) {
    throw describeFailure(error, undefined, "half-restored");
  }
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

function refuseUnsettled(system: System, directory: string): void {
  if (readJournal(system, directory, "journal.json") === undefined) return;
  throw new ShrinkdepsError("journal", "an earlier apply or undo was interrupted", {
    path: ".shrinkdeps/journal.json",
    hint: "run `shrinkdeps undo` first; nothing was changed",
  });
}

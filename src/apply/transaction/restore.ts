/** Takes the changes of a journal back, as far as nobody changed the files since. Doing it twice is doing it once. */
import { dirname, join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { bringBack } from "./hide.ts";
import { hashOf, temporaryName, type Journal, type JournalEntry } from "./journal.ts";
import { resolvePlace } from "./place.ts";
import { removeIfEmpty } from "./store.ts";
import { unlinkIfThere, writeDurably, type System } from "./system.ts";

/** What became of one file. */
export type RestoredFile =
  | { readonly kind: "restored"; readonly path: string }
  /** A file the transaction had made, gone again. */
  | { readonly kind: "removed"; readonly path: string }
  /** It already was as before. */
  | { readonly kind: "untouched"; readonly path: string }
  /** Somebody changed it since, or it is still needed by such a file: it stays as it is. */
  | { readonly kind: "kept"; readonly path: string; readonly reason: string };

type State = "before" | "after" | "changed";

/**
 * Restores every file that still is what the transaction made of it, bytes and mode. A file that somebody changed since
 * stays, and with it the new files of the transaction, which the changed one may import.
 */
export function restore(
  system: System,
  root: string,
  journal: Journal,
  newFiles: "keep for changed files" | "remove",
): readonly RestoredFile[] {
  bringBack(system, root, journal);
  const states = journal.entries.map((entry) => stateOf(system, root, entry));
  const keepsNew = newFiles !== "remove" && states.includes("changed");
  const results = journal.entries.map((entry, index): RestoredFile => {
    const state = states[index];
    const target = join(root, entry.target);
    const temporary = join(dirname(target), temporaryName(journal, index));
    if (isPlaced(system, root, entry)) unlinkIfThere(system, temporary);
    if (state === "changed") return { kind: "kept", path: entry.path, reason: "it was changed since" };
    if (state === "before") return { kind: "untouched", path: entry.path };
    if (entry.before !== null) {
      writeDurably(system, temporary, Buffer.from(entry.before.bytes, "base64"), entry.before);
      system.rename(temporary, target);
      return { kind: "restored", path: entry.path };
    }
    if (keepsNew) return { kind: "kept", path: entry.path, reason: "a file that was changed since may import it" };
    system.unlink(target);
    return { kind: "removed", path: entry.path };
  });
  for (const directory of journal.directories.toReversed()) {
    if (isOwnDirectory(system, root, directory)) removeIfEmpty(system, join(root, directory));
  }
  const touched = journal.entries
    .filter((entry) => isPlaced(system, root, entry))
    .map((entry) => dirname(entry.target));
  for (const directory of new Set(touched)) system.fsyncDirectory(join(root, directory));
  return results;
}

function stateOf(system: System, root: string, entry: JournalEntry): State {
  if (!isPlaced(system, root, entry))
    return entry.before === null && isGone(system, root, entry) ? "before" : "changed";
  const target = join(root, entry.target);
  const status = system.status(target);
  if (status !== undefined && status.kind !== "file") return "changed";
  const bytes = status === undefined ? undefined : system.read(target);
  if (bytes === undefined) return entry.before === null ? "before" : entry.after === null ? "after" : "changed";
  const hash = hashOf(bytes);
  if (entry.before !== null && hash === hashOf(Buffer.from(entry.before.bytes, "base64"))) return "before";
  return hash === entry.after ? "after" : "changed";
}

/** True when the target still is where the journal says: its directory exists, inside the root, without a symlink. */
function isPlaced(system: System, root: string, entry: JournalEntry): boolean {
  return isOwnDirectory(system, root, dirname(entry.target)) && isAllowed(system, root, entry.target);
}

function isAllowed(system: System, root: string, target: string): boolean {
  if (system.status(join(root, target))?.kind === "directory") return false;
  try {
    return resolvePlace(system, root, target).target === target;
  } catch (error) {
    if (error instanceof ShrinkdepsError) return false;
    throw error;
  }
}

function isOwnDirectory(system: System, root: string, directory: string): boolean {
  const path = join(root, directory);
  if (directory !== "." && (directory.split("/").includes("..") || !path.startsWith(root))) return false;
  return system.status(path)?.kind === "directory" && system.realpath(path) === path;
}

function isGone(system: System, root: string, entry: JournalEntry): boolean {
  return !entry.target.split("/").includes("..") && system.status(join(root, dirname(entry.target))) === undefined;
}

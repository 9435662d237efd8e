/** The tool's own directory in a project, `.shrinkdeps`: the lock, the journal, the receipt; invisible to git. */
import { join } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { directoryName } from "./journal.ts";
import { acquireLock, ownProcess, type Lock, type Owner } from "./lock.ts";
import { errorCode, unlinkIfThere, writeDurably, type System } from "./system.ts";

export interface Store {
  /** Absolute path of `.shrinkdeps`. */
  readonly directory: string;
  /** The dead owner whose lock was taken over. */
  readonly abandoned: Owner | undefined;
  /** Gives the lock back, and removes the directory when nothing but its .gitignore is left in it. */
  close(): void;
}

/** Opens the store of `root` (absolute, symlinks resolved), making it when needed, and takes its lock. */
export function openStore(system: System, root: string, purpose: "apply" | "undo", id: string): Store {
  const directory = join(root, directoryName);
  makeDirectory(system, directory);
  const lock = acquireLock(system, directory, ownProcess(purpose, id));
  const ignore = join(directory, ".gitignore");
  try {
    unlinkIfThere(system, join(directory, "journal.tmp"));
    if (system.status(ignore) === undefined || system.read(ignore)?.length === 0) {
      unlinkIfThere(system, ignore);
      writeDurably(system, ignore, Buffer.from("*\n"));
    }
  } catch (error) {
    lock.release();
    throw error;
  }
  return {
    directory,
    abandoned: lock.abandoned,
    close() {
      try {
        close(system, directory, lock);
      } catch (error) {
        // Tidying alone: a lock that stays is one of a process that has ended.
        if (errorCode(error) === undefined) throw error;
      }
    },
  };
}

function close(system: System, directory: string, lock: Lock): void {
  const ignore = join(directory, ".gitignore");
  const idle = system.list(directory).every((name) => name === "lock" || name === ".gitignore");
  if (idle) unlinkIfThere(system, ignore);
  lock.release();
  if (idle) removeIfEmpty(system, directory);
}

export function hasStore(system: System, root: string): boolean {
  return system.status(join(root, directoryName)) !== undefined;
}

/** Removes a directory that nobody put anything into meanwhile. */
export function removeIfEmpty(system: System, directory: string): void {
  try {
    system.rmdir(directory);
  } catch (error) {
    if (!["ENOTEMPTY", "EEXIST", "ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) throw error;
  }
}

function makeDirectory(system: System, directory: string): void {
  const status = system.status(directory);
  if (status === undefined) {
    try {
      system.mkdir(directory);
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
  } else if (status.kind !== "directory") {
    throw new ShrinkdepsError("permission", "is not a directory, so no journal can be kept", {
      path: directoryName,
      hint: "nothing was changed; remove it or rename it",
    });
  }
}

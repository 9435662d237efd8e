/**
 * Installed packages moved aside while a command runs, as if they were gone already: an import left behind then fails.
 * Each gets a name beside its own that nothing resolves, which the journal tells, so that an undo finds it.
 */
import { dirname, join } from "node:path";
import type { Journal } from "./journal.ts";
import { errorCode, type System } from "./system.ts";

/** Directories that may be moved: there, below a node_modules of this root, reached without a symlink, outermost only. */
export function listHideable(system: System, root: string, directories: readonly string[]): readonly string[] {
  const there = directories.filter(
    (directory) => isPlaced(system, root, directory) && isThere(system, root, directory),
  );
  return there.filter((directory) => !there.some((other) => directory.startsWith(`${other}/`)));
}

/** Moves the packages of the journal aside. Returns those that could be; a file system may refuse (an image's layer). */
export function hide(system: System, root: string, journal: Journal): readonly string[] {
  return (journal.hidden ?? []).filter((directory, index) => {
    try {
      system.rename(join(root, directory), join(root, asideOf(journal, directory, index)));
      return true;
    } catch (error) {
      if (errorCode(error) === undefined) throw error;
      return false;
    }
  });
}

/**
 * Moves back what was moved aside; doing it twice is doing it once. Returns the directories that are neither here nor
 * there, or stay aside because something else took their place: somebody installed meanwhile.
 */
export function bringBack(system: System, root: string, journal: Journal): readonly string[] {
  return (journal.hidden ?? []).filter((directory, index) => {
    if (!isPlaced(system, root, directory)) return true;
    const aside = asideOf(journal, directory, index);
    const isAside = isThere(system, root, aside);
    if (isThere(system, root, directory)) return isAside;
    if (!isAside) return true;
    system.rename(join(root, aside), join(root, directory));
    return false;
  });
}

function asideOf(journal: Journal, directory: string, index: number): string {
  return `${directory.slice(0, directory.lastIndexOf("/"))}/.shrinkdeps-${journal.id}-aside-${index}`;
}

function isThere(system: System, root: string, path: string): boolean {
  const kind = system.status(join(root, path))?.kind;
  return kind === "directory" || kind === "symlink";
}

function isPlaced(system: System, root: string, path: string): boolean {
  const steps = path.split("/");
  if (!steps.slice(0, -1).includes("node_modules") || steps.some((step) => /^$|^\.{1,2}$|[\\\0]/.test(step)))
    return false;
  const parent = join(root, dirname(path));
  return system.status(parent)?.kind === "directory" && system.realpath(parent) === parent;
}

/** Where a change may be written: inside the project's root, whatever symlinks say. */
import { posix, dirname, isAbsolute, join, relative, sep } from "node:path";
import { ShrinkdepsError } from "../../errors.ts";
import { errorCode, type System } from "./system.ts";

export interface Place {
  /** As the change names it, for messages. */
  readonly path: string;
  /** The file that is written, symlinks followed; relative to the root, with "/". */
  readonly target: string;
  /** Directories that have to be made, outermost first; relative to the root. */
  readonly missing: readonly string[];
}

/**
 * Resolves a path of a change against `root` (absolute, symlinks resolved). A file that is a symlink is written through
 * to its target. Throws `permission` for whatever would leave the root, and for git's and the tool's own directories.
 */
export function resolvePlace(system: System, root: string, path: string): Place {
  const steps = path.split("/");
  if (path === "" || isAbsolute(path) || path.includes("\0") || posix.normalize(path) !== path) throw outside(path);
  if (steps.includes("..") || steps.includes(".") || steps.includes("")) throw outside(path);
  if (sep === "\\" && /[\\:]/.test(path)) throw outside(path);
  const missing: string[] = [];
  let existing = dirname(join(root, path));
  while (existing !== root && system.status(existing) === undefined) {
    missing.unshift(existing);
    existing = dirname(existing);
  }
  const parent = realpath(system, existing, path);
  const made = missing.map((directory) => join(parent, relative(existing, directory)));
  let target = join(made.at(-1) ?? parent, steps.at(-1) ?? "");
  if (!isInside(root, parent)) throw outside(path);
  if (system.status(parent)?.kind !== "directory") throw notPlain(path);
  const status = missing.length === 0 ? system.status(target) : undefined;
  if (status?.kind === "symlink") target = realpath(system, target, path);
  if (!isInside(root, target)) throw outside(path);
  if (status !== undefined && (status.kind === "symlink" ? system.status(target) : status)?.kind !== "file") {
    throw notPlain(path);
  }
  const place = { path, target: slashed(relative(root, target)), missing: made.map((m) => slashed(relative(root, m))) };
  if (/^\.(git|shrinkdeps)(\/|$)/i.test(place.target)) {
    throw new ShrinkdepsError("permission", "is not a file of the project", { path, hint: "nothing was written" });
  }
  return place;
}

function realpath(system: System, path: string, shown: string): string {
  try {
    return system.realpath(path);
  } catch (error) {
    const code = errorCode(error);
    if (code !== "ENOENT" && code !== "ELOOP" && code !== "ENOTDIR") throw error;
    throw new ShrinkdepsError("permission", "is a symlink that leads nowhere", {
      path: shown,
      hint: "nothing was written",
    });
  }
}

function isInside(root: string, path: string): boolean {
  return path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);
}

function slashed(path: string): string {
  return sep === "/" ? path : path.split(sep).join("/");
}

function notPlain(path: string): ShrinkdepsError {
  return new ShrinkdepsError("permission", "is not a plain file in a directory", { path, hint: "nothing was written" });
}

function outside(path: string): ShrinkdepsError {
  return new ShrinkdepsError("permission", "is outside the project", {
    path,
    hint: "nothing was written; shrinkdeps writes inside the project's root only, not through a symlink either",
  });
}

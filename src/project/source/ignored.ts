/** What git ignores: every .gitignore from the top of the repository down, and .git/info/exclude. */
import { posix } from "node:path";
import { dirname, join, relative, sep } from "node:path";
import ignore, { type Ignore } from "ignore";
import type { ProjectDisk } from "../disk.ts";

/** Rules in force in one directory: the nearest first, each with the path of its directory below the top. */
interface Rules {
  readonly within: string;
  readonly rules: Ignore;
  readonly above: Rules | undefined;
}

export interface Ignoring {
  /** Whether git ignores a path below the root, given that it ignores none of the directories above it. */
  ignores(path: string, isDirectory: boolean): boolean;
  /** Ignoring as it is inside a directory, its own .gitignore included. */
  inside(directory: string): Ignoring;
}

/** What is ignored at the root. Rules of a repository above it count, unless they ignore the root itself. */
export function ignoringOf(disk: ProjectDisk): Ignoring {
  const root = disk.realpath("");
  const top = topOf(disk, root);
  const prefix = top === undefined ? "" : relative(top, root).split(sep).join("/");
  const start = top === undefined || prefix === "" ? ownRules(disk, root) : rulesAbove(disk, top, prefix);
  return ignoring(disk, prefix, enter(disk, "", prefix, start));
}

function ignoring(disk: ProjectDisk, prefix: string, rules: Rules | undefined): Ignoring {
  return {
    ignores: (path, isDirectory) => isIgnored(rules, prefix === "" ? path : `${prefix}/${path}`, isDirectory),
    inside: (directory) => {
      const entered = enter(disk, directory, posix.join(prefix, directory), rules);
      return entered === rules ? ignoring(disk, prefix, rules) : ignoring(disk, prefix, entered);
    },
  };
}

/** Adds the .gitignore of a directory. `place` is the directory below the top, `path` how the disk finds it. */
function enter(disk: ProjectDisk, path: string, place: string, above: Rules | undefined): Rules | undefined {
  const text = readRules(disk, path === "" ? ".gitignore" : `${path}/.gitignore`);
  return text === undefined ? above : { within: place === "." ? "" : place, rules: parse(text), above };
}

function rulesAbove(disk: ProjectDisk, top: string, prefix: string): Rules | undefined {
  let rules = ownRules(disk, top);
  const parts = prefix.split("/");
  for (let depth = 0; depth < parts.length; depth++) {
    const place = parts.slice(0, depth).join("/");
    rules = enter(disk, join(top, place), place, rules);
    if (isIgnored(rules, parts.slice(0, depth + 1).join("/"), true)) return undefined;
  }
  return rules;
}

function ownRules(disk: ProjectDisk, top: string): Rules | undefined {
  const text = readRules(disk, join(top, ".git", "info", "exclude"));
  return text === undefined ? undefined : { within: "", rules: parse(text), above: undefined };
}

function isIgnored(rules: Rules | undefined, path: string, isDirectory: boolean): boolean {
  for (let at = rules; at !== undefined; at = at.above) {
    const below = at.within === "" ? path : path.slice(at.within.length + 1);
    const { ignored, unignored } = at.rules.test(isDirectory ? `${below}/` : below);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function topOf(disk: ProjectDisk, root: string): string | undefined {
  for (let at = root, below = ""; at !== below; below = at, at = dirname(at)) {
    if (disk.exists(join(at, ".git"))) return at;
  }
  return undefined;
}

function readRules(disk: ProjectDisk, path: string): string | undefined {
  const file = disk.exists(path) ? disk.read(path) : undefined;
  return file === undefined || "unreadable" in file ? undefined : file.text.replace(/^\uFEFF/, "");
}

function parse(text: string): Ignore {
  // Git follows the file system: only on Linux do names differ by case.
  return ignore({ ignorecase: process.platform === "darwin" || process.platform === "win32" }).add(text);
}

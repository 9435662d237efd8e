/** What git does not have yet: changes of a person's own, which a diff would show together with ours. */
import { spawnSync } from "node:child_process";
import { realpathSync } from "node:fs";
import { join, relative, sep } from "node:path";

/**
 * The tracked files below a directory that differ from the last commit, relative to it; none where there is no git or no
 * repository. Nothing that a repository's configuration names is run for it (`core.fsmonitor`), and git's index stays
 * as it is.
 */
export function listUncommitted(root: string): readonly string[] {
  const git = (...args: string[]) => {
    const quiet = ["--no-optional-locks", "-c", "core.fsmonitor=false"];
    return spawnSync("git", [...quiet, ...args], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  };
  const top = git("rev-parse", "--show-toplevel");
  if (top.status !== 0) return [];
  const status = git("status", "--porcelain", "-z", "--untracked-files=no", "--ignore-submodules=all", "--", ".");
  const start = realpathSync(root);
  const files: string[] = [];
  const fields = status.stdout.split("\0");
  for (let at = 0; at < fields.length; at++) {
    const field = fields[at] ?? "";
    if (field === "") continue;
    // The name a file had before it was renamed follows as a field of its own.
    if (/^.?[RC]/.test(field)) at += 1;
    files.push(
      relative(start, join(top.stdout.trim(), field.slice(3)))
        .split(sep)
        .join("/"),
    );
  }
  return files;
}

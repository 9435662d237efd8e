/** Patches of packages that leave: a file that nobody deletes, and that patch-package then fails over. */
import type { Project } from "../project/project.ts";
import type { FileChange } from "./transaction/commit.ts";

/**
 * Patch files without a user, each as a sentence: those that a manifest or a setting named before the changes and none
 * does after, and those that patch-package has for a package in `gone`. They are named, not deleted: a person wrote them.
 */
export function idlePatches(project: Project, changes: readonly FileChange[], gone: ReadonlySet<string>): string[] {
  const texts = (side: "before" | "after") => new Set(changes.flatMap((change) => namedIn(change[side] ?? "")));
  const after = texts("after");
  const paths = [...texts("before")].filter((path) => !after.has(path) && project.disk.exists(path));
  for (const { directory } of project.manifests) {
    const folder = directory === "" ? "patches" : `${directory}/patches`;
    for (const file of project.disk.list(folder))
      if ([...gone].some((name) => isPatchOf(file, name))) paths.push(`${folder}/${file}`);
  }
  return [...new Set(paths)].map((path) => `the patch ${path} has no user any more: delete it`);
}

/** "~/.yarn/patches/left-pad.patch" of yarn and "patches/left-pad.patch" of pnpm and bun, from the root's directory. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/[\w@.+%~-]*\/[\w@.+%/-]*\.patch\b/g)].map(([path]) => path.replace(/^(?:~|\.)\//, ""));
}

/** "left-pad+1.3.0.patch", "@scope+name+1.0.0.dev.patch", and "outer++left-pad+1.3.0.patch" for a nested copy. */
function isPatchOf(file: string, name: string): boolean {
  const [last = ""] = file.split("++").slice(-1);
  const start = `${name.replace("/", "+")}+`;
  return last.startsWith(start) && /^\d.*\.patch$/.test(last.slice(start.length));
}

/** Edits every lockfile of a project, by a table of its formats. */
import { ShrinkdepsError } from "../../errors.ts";
import { bunText } from "../../project/lock/bun/read.ts";
import type { LockFormat } from "../../project/lock/format.ts";
import { formatOf } from "../../project/lock/format.ts";
import { defectOf } from "../../project/lock/lockfile.ts";
import { lockFormats } from "../../project/lock/formats.ts";
import { npm } from "../../project/lock/npm/read.ts";
import { pnpm } from "../../project/lock/pnpm/read.ts";
import { yarn } from "../../project/lock/yarn/read.ts";
import type { Project } from "../../project/project.ts";
import type { FileChange } from "../transaction/commit.ts";
import type { LockfileContext, LockfileResult, RemoveFromLockfile, Removals } from "./editor.ts";
import { removeFromBunLockfile } from "./bun/remove.ts";
import { removeFromNpmLockfile } from "./npm/remove.ts";
import { removeFromPnpmLockfile } from "./pnpm/remove.ts";
import { removeFromYarnLockfile } from "./yarn/remove.ts";

/** The formats that are edited. The lockfile of any other is named, with the command that brings it in step. */
const editors: ReadonlyMap<LockFormat, RemoveFromLockfile> = new Map([
  [npm, removeFromNpmLockfile],
  [pnpm, removeFromPnpmLockfile],
  [bunText, removeFromBunLockfile],
  [yarn, removeFromYarnLockfile],
]);

export interface LockfileChange extends LockfileResult {
  readonly change: FileChange;
}

/** Every lockfile of the project that can be edited, without what leaves; see `RemoveFromLockfile` for what it throws. */
export function editLockfiles(project: Project, removals: Removals): readonly LockfileChange[] {
  const manifests = new Map(project.manifests.map((manifest) => [manifest.directory, manifest.text]));
  const workspaces = new Set([...manifests.keys()].filter((directory) => directory !== ""));
  const read = (path: string) => {
    const file = project.disk.read(path);
    return "text" in file ? file.text : undefined;
  };
  return lockfilesOf(project).flatMap(({ format, path }): readonly LockfileChange[] => {
    const remove = editors.get(format);
    if (remove === undefined) return [];
    const file = project.disk.read(path);
    if ("unreadable" in file) {
      const hint = "nothing was changed";
      throw new ShrinkdepsError("lockfile", `cannot be read: ${file.unreadable}`, { path, hint });
    }
    const defect = defectOf(file.text, format.repair);
    if (defect !== undefined) {
      const { message, line } = defect;
      const where = line === undefined ? { path } : { path, line };
      throw new ShrinkdepsError("lockfile", message, { ...where, hint: "nothing was changed" });
    }
    const context: LockfileContext = { path, manifests, workspaces, read };
    const result = remove(file.text, removals, context);
    return [
      { ...result, change: { path, before: file.text, after: result.isEmpty === true ? undefined : result.text } },
    ];
  });
}

/** The lockfiles that are there and are not edited. */
export function lockfilesLeft(project: Project): readonly FoundLockfile[] {
  return lockfilesOf(project).filter(({ format }) => !editors.has(format));
}

export interface FoundLockfile {
  readonly format: LockFormat;
  readonly path: string;
}

/** Every lockfile in the root directory. */
export function lockfilesOf({ disk }: Project): readonly FoundLockfile[] {
  const paths = [...new Set(lockFormats.flatMap(({ files }) => files))].filter((path) => disk.exists(path));
  return paths.flatMap((path) => {
    const file = disk.read(path);
    const format = formatOf(lockFormats, path, "text" in file ? file.text : "");
    return format === undefined ? [] : [{ format, path }];
  });
}

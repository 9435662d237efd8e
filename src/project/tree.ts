/** What a project declares and what its lockfile makes of it: all that a budget needs, and the first half of a project. */
import { realpathSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { enter } from "../steps.ts";
import { createDisk, type ProjectDisk } from "./disk.ts";
import type { GraphReading } from "./graph.ts";
import type { LockFormat } from "./lock/format.ts";
import { loadFormats } from "./lock/load.ts";
import { readGraph } from "./lock/lockfile.ts";
import { readManifest, type RawManifest } from "./manifest.ts";
import type { Disk, Problem } from "./project.ts";
import { workspaceDirectories } from "./workspaces.ts";

/** A project without its sources and floors. A whole `Project` is one, too. */
export interface ProjectTree {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  /** The root's manifest first, then the workspaces' by path. */
  readonly manifests: readonly RawManifest[];
  readonly graph: GraphReading;
  readonly problems: readonly Problem[];
  readonly disk: Disk;
}

/** The tree of a commit to compare with. */
export interface BaseTree {
  /** As it was asked for: "origin/main". */
  readonly ref: string;
  /** Full hash. */
  readonly commit: string;
  readonly tree: ProjectTree;
}

export interface TreeOptions {
  /** Another reader of the disk, for a commit or a test; made from the directory when absent. */
  readonly disk?: ProjectDisk;
}

/** Reads a tree with no more of this program loaded than it takes. Throws what `readTreeBy` throws. */
export async function loadTree(directory: string): Promise<ProjectTree> {
  const disk = createDisk(realRoot(directory));
  return readTreeBy(await loadFormats(disk), directory, { disk });
}

/**
 * The tree of the project whose root manifest is in `directory`. Throws a ShrinkdepsError when a manifest, the root's or
 * a workspace's, is missing or is no JSON object; everything else that is wrong is in `problems`.
 */
export function readTreeBy(
  formats: readonly LockFormat[],
  directory: string,
  options: TreeOptions = {},
): ProjectTree & { readonly problems: Problem[]; readonly disk: ProjectDisk } {
  enter("tree");
  const root = realRoot(directory);
  const disk = options.disk ?? createDisk(root);
  const problems: Problem[] = [];
  const other = formats.find(({ files, manifests }) => manifests !== undefined && countsHere(disk, files))?.manifests;
  const read = (path: string) => other?.read(disk, path, problems) ?? readManifest(disk, path, problems);
  const rootManifest = read("");
  const names = ["package.json", ...(other?.files ?? [])];
  const directories = workspaceDirectories(disk, rootManifest, problems, formats, names).filter((path) =>
    isInside(disk, path, problems),
  );
  const manifests = [rootManifest, ...directories.map(read)];
  return { root, manifests, graph: readGraph(formats, disk, manifests, problems), problems, disk };
}

/** A manager's own manifests are read where its lockfile is, or where there is no package.json. */
function countsHere(disk: Disk, lockfiles: readonly string[]): boolean {
  return lockfiles.some((file) => disk.exists(file)) || !disk.exists("package.json");
}

/** The directory itself where it cannot be resolved: reading its manifest then says what is wrong. */
function realRoot(directory: string): string {
  try {
    return realpathSync(resolve(directory));
  } catch {
    return resolve(directory);
  }
}

function isInside(disk: ProjectDisk, path: string, problems: Problem[]): boolean {
  const way = relative(disk.realpath(""), disk.realpath(path));
  if (way !== ".." && !way.startsWith(`..${sep}`)) return true;
  const message = "this workspace is a link out of the project, so it was not read";
  problems.push({ kind: "directory-unreadable", path, message, fatal: false });
  return false;
}

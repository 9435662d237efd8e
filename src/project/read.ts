/** Reads a project, once: what every later stage works on. */
import { realpathSync } from "node:fs";
import { posix, relative, resolve, sep } from "node:path";
import { createDisk, type ProjectDisk } from "./disk.ts";
import { floorOf } from "./floor.ts";
import { readGraph } from "./lock/lockfile.ts";
import { readManifest, type RawManifest } from "./manifest.ts";
import type { Problem, Project } from "./project.ts";
import { sortFiles } from "./source/sources.ts";
import { walk } from "./source/walk.ts";
import { readTsConfig, type TsConfig } from "./tsconfig.ts";
import { workspaceDirectories } from "./workspaces.ts";

export interface ReadOptions {
  /** False leaves out sources, texts and what only they tell; manifests and the graph are all a budget needs. */
  readonly sources?: boolean;
  /** Another reader of the disk, for tests; made from the directory when absent. */
  readonly disk?: ProjectDisk;
}

/**
 * The project whose root manifest is in `directory`. Throws a ShrinkdepsError when a manifest, the root's or a
 * workspace's, is missing or is no JSON object; everything else that is wrong is in `problems`.
 */
export function readProject(directory: string, options: ReadOptions = {}): Project {
  const root = realRoot(directory);
  const disk = options.disk ?? createDisk(root);
  const problems: Problem[] = [];
  const rootManifest = readManifest(disk, "", problems);
  const directories = workspaceDirectories(disk, rootManifest, problems).filter((path) =>
    isInside(disk, path, problems),
  );
  const raw = [rootManifest, ...directories.map((path) => readManifest(disk, path, problems))];
  const graph = readGraph(disk, raw, problems);

  const paths = options.sources === false ? [] : walk(disk, problems);
  const tsconfigs =
    options.sources === false ? new Map<string, TsConfig[]>() : readTsConfigs(disk, raw, paths, problems);
  const manifests = raw.map((manifest) => ({
    ...manifest,
    floor: floorOf(disk, manifest, rootManifest, tsconfigs.get(manifest.directory) ?? [], paths),
  }));
  const files = sortFiles(disk, paths, raw, tsconfigs, problems);
  return { root, manifests, graph, ...files, problems, disk };
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

function readTsConfigs(
  disk: ProjectDisk,
  manifests: readonly RawManifest[],
  paths: readonly string[],
  problems: Problem[],
): Map<string, TsConfig[]> {
  const byDirectory = new Map<string, TsConfig[]>(manifests.map(({ directory }) => [directory, []]));
  for (const path of paths) {
    const directory = posix.dirname(path);
    const configs = byDirectory.get(directory === "." ? "" : directory);
    if (configs !== undefined && /^[tj]sconfig(?:[.-].+)?\.json$/.test(posix.basename(path))) {
      configs.push(readTsConfig(disk, path, problems));
    }
  }
  return byDirectory;
}

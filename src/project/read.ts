/** Reads a project, once: what every later stage works on. */
import { posix } from "node:path";
import { enter } from "../steps.ts";
import type { ProjectDisk } from "./disk.ts";
import { floorOf } from "./floor/floor.ts";
import type { RawManifest } from "./manifest.ts";
import type { Problem, Project } from "./project.ts";
import { sortFiles } from "./source/sources.ts";
import { walk } from "./source/walk.ts";
import { lockFormats } from "./lock/formats.ts";
import { readTreeBy, type ProjectTree, type TreeOptions } from "./tree.ts";
import { readTsConfig, type TsConfig } from "./tsconfig.ts";

export interface ReadOptions {
  /** False leaves out sources, texts and what only they tell; see `readTree`. */
  readonly sources?: boolean;
  /** Another reader of the disk, for tests; made from the directory when absent. */
  readonly disk?: ProjectDisk;
}

/**
 * The project whose root manifest is in `directory`. Throws a ShrinkdepsError when a manifest, the root's or a
 * workspace's, is missing or is no JSON object; everything else that is wrong is in `problems`.
 */
export function readProject(directory: string, options: ReadOptions = {}): Project {
  const { root, manifests: raw, graph, problems, disk } = readTreeBy(lockFormats, directory, options);
  if (options.sources !== false) enter("sources");
  const rootManifest = raw[0];
  const paths = options.sources === false ? [] : walk(disk, problems);
  const tsconfigs =
    options.sources === false ? new Map<string, TsConfig[]>() : readTsConfigs(disk, raw, paths, problems);
  const manifests = raw.map((manifest) => ({
    ...manifest,
    floor: floorOf(disk, manifest, rootManifest ?? manifest, tsconfigs.get(manifest.directory) ?? [], paths),
  }));
  const files = sortFiles(disk, paths, raw, tsconfigs, problems);
  return { root, manifests, graph, ...files, problems, disk };
}

/** Manifests and graph alone: all that a budget needs. Throws what `readProject` throws. */
export function readTree(directory: string, options: TreeOptions = {}): ProjectTree {
  return readTreeBy(lockFormats, directory, options);
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

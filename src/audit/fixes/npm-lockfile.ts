import { createDisk } from "../../project/disk.ts";
import type { PackageGraph } from "../../project/graph.ts";
import { parseJson } from "../../project/json.ts";
import { isRecord } from "../../project/manifest.ts";
import type { Project } from "../../project/project.ts";
import { ignoringOf } from "../../project/source/ignored.ts";
import { lastSetting, readManagerSettings } from "../settings.ts";

export interface NpmLockfile {
  readonly graph: PackageGraph;
  readonly path: string;
  readonly version: number;
  /** Entries by where they are installed ("node_modules/a"); none in version 1. */
  readonly packages: Readonly<Record<string, unknown>>;
}

/** npm's lockfile in the root, committed and in step with the manifests; or why it is not there to be relied on. */
export function readNpmLockfile(project: Project): NpmLockfile | string {
  if (!project.graph.known) return `the tree of packages is unknown: ${project.graph.reason}`;
  const { graph } = project.graph;
  const path = graph.source;
  if (graph.manager !== "npm") return `the lockfile is ${graph.manager}'s, and only npm's is edited for this`;
  if (path.includes("/")) return "there is no lockfile: run `npm install`, and commit it";
  const problem = project.problems.find(({ kind }) => kind.startsWith("lockfile-"));
  if (problem !== undefined) return `${problem.path || path}: ${problem.message}`;
  if (ignoringOf(createDisk(project.root)).ignores(path, false)) return `git ignores ${path}: commit it first`;
  const off = lastSetting(readManagerSettings(project.disk), ".npmrc", "package-lock");
  if (off?.value === "false") return `package-lock is off in .npmrc:${off.line}`;
  const file = project.disk.read(path);
  const reading = "text" in file ? parseJson(file.text) : undefined;
  if (reading === undefined || "error" in reading || !isRecord(reading.value)) return `${path} cannot be read`;
  const { lockfileVersion, packages } = reading.value;
  const version = typeof lockfileVersion === "number" ? lockfileVersion : 1;
  return { graph, path, version, packages: isRecord(packages) ? packages : {} };
}

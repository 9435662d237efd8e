/** Which file tells the tree, and what it tells. */
import { dirname, join } from "node:path";
import type { ProjectDisk } from "../disk.ts";
import type { GraphReading, PackageGraph } from "../graph.ts";
import { lineAndColumn, locateJson, parseJson } from "../json.ts";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { Problem } from "../project.ts";
import { buildGraph } from "./build.ts";
import { readNested } from "./nested.ts";
import { readPackages } from "./packages.ts";
import { differences, unanswered } from "./step.ts";

const installedTree = "node_modules/.package-lock.json";
const npmLockfiles = ["npm-shrinkwrap.json", "package-lock.json"];
const foreignLockfiles = new Map([
  ["yarn.lock", "yarn"],
  ["pnpm-lock.yaml", "pnpm"],
  ["bun.lock", "bun"],
  ["bun.lockb", "bun"],
  ["deno.lock", "deno"],
]);

/**
 * The tree of packages: from npm's lockfile, without one from the installed tree, and otherwise why it is unknown.
 * Whatever makes it unknown or doubtful is also reported to `problems`. `manifests` has the root's first.
 */
export function readGraph(disk: ProjectDisk, manifests: readonly RawManifest[], problems: Problem[]): GraphReading {
  const unknown = (kind: Problem["kind"], path: string, reason: string, line?: number): GraphReading => {
    problems.push({ kind, path, ...(line !== undefined && { line }), message: reason, fatal: false });
    return { known: false, reason: `${path}${line === undefined ? "" : `:${line}`}: ${reason}` };
  };
  const own = npmLockfiles.find((path) => disk.exists(path));
  const foreign = [...foreignLockfiles.keys()].filter((path) => disk.exists(path));
  const manager = managerOf(manifests[0]);
  const first = foreign.find((path) => foreignLockfiles.get(path) === manager) ?? foreign[0];
  if (first !== undefined && (own === undefined || manager !== "npm")) {
    const name = foreignLockfiles.get(first) ?? first;
    if (own === undefined || manager === name) {
      return unknown("lockfile-unsupported", first, `lockfiles of ${name} are not read yet, so the tree is unknown`);
    }
    const message = `${own} is there too: delete the one that is not used, or name the manager in "packageManager"`;
    return unknown("lockfile-unsupported", first, message);
  }
  const path = own ?? (disk.exists(installedTree) ? installedTree : undefined);
  if (path === undefined) return unknown("lockfile-missing", "package-lock.json", whyMissing(disk));
  return readNpm(disk, path, manifests, problems, unknown);
}

function readNpm(
  disk: ProjectDisk,
  path: string,
  manifests: readonly RawManifest[],
  problems: Problem[],
  unknown: (kind: Problem["kind"], path: string, reason: string, line?: number) => GraphReading,
): GraphReading {
  const file = disk.read(path);
  if ("unreadable" in file) return unknown("lockfile-malformed", path, `it cannot be read: ${file.unreadable}`);
  const { text } = file;
  const conflict = /^<{7} /m.exec(text);
  if (conflict !== null) {
    const { line } = lineAndColumn(text, conflict.index);
    return unknown("lockfile-malformed", path, "it has merge conflict markers: resolve them, or run npm install", line);
  }
  if (text.trim() === "") return unknown("lockfile-malformed", path, "it is empty: run npm install", 1);
  const reading = parseJson(text);
  if ("error" in reading) {
    const { message, line } = reading.error;
    return unknown("lockfile-malformed", path, `it is not valid JSON, ${message}: run npm install`, line);
  }
  const json = reading.value;
  if (!isRecord(json)) return unknown("lockfile-malformed", path, "it must hold an object: run npm install", 1);
  const version = json.lockfileVersion;
  if (version !== 1 && version !== 2 && version !== 3) {
    const found = version === undefined ? "has no lockfileVersion" : `has lockfileVersion ${JSON.stringify(version)}`;
    const line = locateJson(text, ["lockfileVersion"])?.line;
    return unknown("lockfile-unsupported", path, `it ${found}, and 1, 2 and 3 are known: run npm install`, line);
  }
  const content = version === 1 ? readNested(json, disk) : readPackages(json);
  if ("message" in content) {
    const line = locateJson(text, content.at)?.line;
    return unknown("lockfile-malformed", path, `${content.message}: run npm install`, line);
  }
  const graph = buildGraph(content, manifests, path, disk);
  reportSteps(path, json, version, manifests, graph, disk, problems);
  return { known: true, graph };
}

function reportSteps(
  path: string,
  json: Readonly<Record<string, unknown>>,
  version: 1 | 2 | 3,
  manifests: readonly RawManifest[],
  graph: PackageGraph,
  disk: ProjectDisk,
  problems: Problem[],
): void {
  const overridden = manifests[0]?.json.overrides !== undefined;
  const hasCopies = version !== 1 && path !== installedTree && isRecord(json.packages);
  const copies = new Map(hasCopies && isRecord(json.packages) ? Object.entries(json.packages) : []);
  const found = manifests.flatMap((manifest) => {
    const differing = hasCopies ? differences(manifest, copies.get(manifest.directory)) : [];
    // A copy that agrees proves the ranges; then only what is absent can be wrong.
    return differing.length > 0 ? differing : unanswered(manifest, graph, overridden || hasCopies);
  });
  for (const id of copies.keys()) {
    const isGone = !id.includes("node_modules/") && !disk.exists(id === "" ? "package.json" : `${id}/package.json`);
    if (isGone) found.push(`it has "${id}", which is gone`);
  }
  if (found.length === 0) return;
  const more = found.length > 3 ? `, and ${found.length - 3} more` : "";
  const message = `it is out of step: ${found.slice(0, 3).join("; ")}${more}; run npm install`;
  problems.push({ kind: "lockfile-out-of-step", path, message, fatal: false });
}

/** "npm" for `"packageManager": "npm@10.2.0"` or devEngines; undefined when the root names none. */
function managerOf(root: RawManifest | undefined): string | undefined {
  const named = root?.json.packageManager;
  if (typeof named === "string") return named.split("@")[0];
  const engines = root?.json.devEngines;
  const engine = isRecord(engines) ? engines.packageManager : undefined;
  return isRecord(engine) && typeof engine.name === "string" ? engine.name : undefined;
}

function whyMissing(disk: ProjectDisk): string {
  const root = disk.realpath("");
  for (let above = dirname(root), below = root; above !== below; below = above, above = dirname(above)) {
    const there = npmLockfiles.some((name) => disk.exists(join(above, name)));
    if (there && disk.exists(join(above, "package.json"))) {
      return "there is none here, and one in a directory above: if this is a workspace, run at the root of the project";
    }
  }
  return "there is no lockfile and nothing is installed, so the tree is unknown: run npm install";
}

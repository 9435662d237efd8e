/** Which file tells the tree, and what it tells. */
import { dirname, join } from "node:path";
import type { ProjectDisk } from "../disk.ts";
import type { GraphReading } from "../graph.ts";
import { lineAndColumn } from "../lines.ts";
import { isRecord, type RawManifest } from "../manifest.ts";
import type { Problem } from "../project.ts";
import { buildGraph } from "./build.ts";
import { formatOf, type LockContent, type LockFormat } from "./format.ts";

/** What makes a tree unknown. */
interface Doubt {
  readonly kind: Problem["kind"];
  readonly path: string;
  readonly message: string;
  readonly line?: number | undefined;
}

/**
 * The tree of packages: from the lockfile, without one from the installed tree, and otherwise why it is unknown.
 * Whatever makes it unknown or doubtful is also reported to `problems`. `manifests` has the root's first. `formats` are all
 * there are, or those that `loadFormats` found to be enough.
 */
export function readGraph(
  formats: readonly LockFormat[],
  disk: ProjectDisk,
  manifests: readonly RawManifest[],
  problems: Problem[],
): GraphReading {
  const chosen = chooseLockfile(formats, disk, manifests[0]);
  const reading = "message" in chosen ? chosen : readLockfile(formats, disk, chosen, manifests);
  if ("message" in reading) return unknown(reading, problems);
  const { format, path } = chosen as Chosen;
  reportDifferences(format, path, reading, problems);
  if (reading.unread !== undefined) {
    problems.push({ kind: "packages-unread", path, message: reading.unread, fatal: false });
  }
  return { known: true, graph: buildGraph(reading, manifests, { manager: format.manager, source: path, disk }) };
}

function unknown({ kind, path, line, message }: Doubt, problems: Problem[]): GraphReading {
  problems.push({ kind, path, ...(line !== undefined && { line }), message, fatal: false });
  return { known: false, reason: `${path}${line === undefined ? "" : `:${line}`}: ${message}` };
}

interface Chosen {
  /** Every format with this file's name. */
  readonly format: LockFormat;
  readonly path: string;
}

/** Of two managers' lockfiles none is believed, unless the manifest names the manager. */
function chooseLockfile(
  formats: readonly LockFormat[],
  disk: ProjectDisk,
  root: RawManifest | undefined,
): Chosen | Doubt {
  const there = formats.flatMap((format): Chosen[] => {
    const path = format.files.find((file) => disk.exists(file));
    return path === undefined ? [] : [{ format, path }];
  });
  const named = managerOf(root);
  const ofNamed = there.find(({ format }) => format.manager === named);
  const first = ofNamed ?? there[0];
  if (first === undefined) return chooseInstalled(formats, disk);
  const other = there.find(({ format }) => format.manager !== first.format.manager);
  if (other === undefined || ofNamed !== undefined) return first;
  const message = `${first.path} is there too: delete the one that is not used, or name the manager in "packageManager"`;
  return { kind: "lockfile-unsupported", path: other.path, message };
}

function chooseInstalled(formats: readonly LockFormat[], disk: ProjectDisk): Chosen | Doubt {
  for (const format of formats) {
    if (format.installed !== undefined && disk.exists(format.installed)) return { format, path: format.installed };
  }
  const lacksManifest = !disk.exists("package.json");
  const other = formats.find(({ manifests }) => lacksManifest && manifests?.files.some((file) => disk.exists(file)));
  const [path = "package-lock.json"] = other?.files ?? [];
  return { kind: "lockfile-missing", path, message: whyMissing(formats, disk, other?.repair ?? "npm install") };
}

function readLockfile(
  formats: readonly LockFormat[],
  disk: ProjectDisk,
  { format: first, path }: Chosen,
  manifests: readonly RawManifest[],
): LockContent | Doubt {
  const doubt = (kind: "malformed" | "unsupported", message: string, format = first, line?: number): Doubt => ({
    kind: `lockfile-${kind}`,
    path,
    message: `${message}: run ${format.repair}`,
    line,
  });
  if (first.unreadable !== undefined) return doubt("unsupported", first.unreadable);
  const file = disk.read(path);
  if ("unreadable" in file) {
    return { kind: "lockfile-malformed", path, message: `it cannot be read: ${file.unreadable}` };
  }
  const { text } = file;
  const defect = defectOf(text, first.repair);
  if (defect !== undefined) return { kind: "lockfile-malformed", path, ...defect };
  const format = formatOf(formats, path, text) ?? first;
  const reading = format.read({ disk, path, text, manifests });
  return reading.kind === "read" ? reading.content : doubt(reading.kind, reading.message, format, reading.line);
}

/** What is wrong with a lockfile of any format: it is empty, or a merge left its markers in it. */
export function defectOf(text: string, repair: string): Pick<Doubt, "message" | "line"> | undefined {
  if (text.trim() === "") return { message: `it is empty: run ${repair}`, line: 1 };
  const conflict = /^\uFEFF?(?:<{7}|\|{7}|>{7})(?: |\r?$)/m.exec(text);
  if (conflict === null) return undefined;
  const { line } = lineAndColumn(text, conflict.index);
  return { message: `it has merge conflict markers: resolve them, or run ${repair}`, line };
}

function reportDifferences(format: LockFormat, path: string, { differences }: LockContent, problems: Problem[]): void {
  if (differences.length === 0) return;
  const more = differences.length > 3 ? `, and ${differences.length - 3} more` : "";
  const message = `it is out of step: ${differences.slice(0, 3).join("; ")}${more}; run ${format.repair}`;
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

function whyMissing(formats: readonly LockFormat[], disk: ProjectDisk, repair: string): string {
  const root = disk.realpath("");
  const names = formats.flatMap(({ files }) => files);
  for (let above = dirname(root), below = root; above !== below; below = above, above = dirname(above)) {
    const there = names.some((name) => disk.exists(join(above, name)));
    if (there && disk.exists(join(above, "package.json"))) {
      return "there is none here, and one in a directory above: if this is a workspace, run at the root of the project";
    }
  }
  return `there is no lockfile and nothing is installed, so the tree is unknown: run ${repair}`;
}

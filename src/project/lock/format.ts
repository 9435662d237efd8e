/** What a format of lockfiles has to tell, whatever its text looks like. */
import type { ProjectDisk } from "../disk.ts";
import type { Manager, PackageEdge, PackageSource } from "../graph.ts";
import type { RawManifest } from "../manifest.ts";
import type { Disk, Problem } from "../project.ts";

export interface LockFormat {
  /** Unique: "yarn berry". */
  readonly name: string;
  readonly manager: Manager;
  /** Names of its files in the root directory; the first that is there is the one that counts. */
  readonly files: readonly string[];
  /** Where the manager keeps the same about what is installed, for a project without a lockfile. */
  readonly installed?: string;
  /** The command that brings the file in step with the manifests. */
  readonly repair: string;
  /** Tells the formats apart that share a file name; always this one when absent. */
  readonly recognizes?: (text: string) => boolean;
  /** Why files of these names are not read, for a binary format. */
  readonly unreadable?: string;
  /** Other files that declare dependencies for its manager, beside a package.json or in its place. */
  readonly manifests?: ManifestFormat;
  /** Where its manager is told the workspaces, if not by the root's manifest alone. */
  readonly workspaces?: WorkspaceFormat;
  readonly read: (input: LockInput) => LockReading;
}

export interface ManifestFormat {
  readonly files: readonly string[];
  /** The manifest of a directory with such a file, with what a package.json there says; undefined without one. */
  readonly read: (disk: Disk, directory: string, problems: Problem[]) => RawManifest | undefined;
}

export interface WorkspaceFormat {
  readonly file: string;
  /** Patterns of directories; none for a file of settings only. What is wrong with it goes to `problems`. */
  readonly read: (disk: Disk, problems: Problem[]) => readonly string[];
}

export interface LockInput {
  readonly disk: ProjectDisk;
  /** Relative to the root. */
  readonly path: string;
  /** Without merge conflict markers, and not empty. */
  readonly text: string;
  /** The root's first. */
  readonly manifests: readonly RawManifest[];
}

export type LockReading =
  | { readonly kind: "read"; readonly content: LockContent }
  /** `message` is a clause with "it": "it has lockfileVersion 9, and 1, 2 and 3 are known". What to run is added. */
  | { readonly kind: "malformed" | "unsupported"; readonly message: string; readonly line?: number | undefined };

export interface LockContent {
  /** Without the root and the workspaces. */
  readonly packages: readonly LockedPackage[];
  /** What each manifest asks for, by its directory, as the manifest on disk says; resolved as the lockfile does. */
  readonly importers: ReadonlyMap<string, readonly PackageEdge[]>;
  /** Where the lockfile and the manifests disagree, each as the end of a sentence: 'it lacks "a" of …'. */
  readonly differences: readonly string[];
  /** What cannot be read of the packages themselves, and why; undefined when nothing stands in the way. */
  readonly unread?: string | undefined;
  /** Where a package is that has no `locations`; absent: found from the importers as node resolves names. */
  readonly locate?: (one: LockedPackage) => readonly string[];
}

/** A package as a lockfile tells it. What needs the disk is asked for only when it is read. */
export interface LockedPackage {
  readonly id: string;
  readonly name: string;
  readonly version: string | undefined;
  /** Where it is if it is installed. Absent: looked for when first asked for. */
  readonly locations?: readonly string[];
  readonly source: PackageSource;
  readonly peers: string | undefined;
  /** Absent: told by the manifest of an installed copy. */
  readonly installScript?: boolean | "unknown";
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  readonly edges: readonly PackageEdge[];
}

/** The format of a lockfile by its name and, where formats share that, by its text. */
export function formatOf(formats: readonly LockFormat[], path: string, text: string): LockFormat | undefined {
  return formats.find(
    (format) => [...format.files, format.installed].includes(path) && (format.recognizes?.(text) ?? true),
  );
}

/**
 * The project as read from disk, once: what every later stage works on. Paths are relative to the root, with "/", and
 * "" is the root directory itself, unless a name says `absolute`.
 */
import type { Floor } from "../recipe.ts";
import type { GraphReading } from "./graph.ts";

export interface Project {
  /** Absolute, symlinks resolved. */
  readonly root: string;
  /** The root's manifest first, then the workspaces' by path. */
  readonly manifests: readonly Manifest[];
  /** The packages of the tree, or why they are unknown. */
  readonly graph: GraphReading;
  /** Every JavaScript or TypeScript source of the project's own: no node_modules, no build output, nothing ignored. */
  readonly sources: readonly SourceFile[];
  /** Other files that can use a package: configs, workflows, Dockerfiles, shell scripts, hooks, HTML. */
  readonly texts: readonly TextFile[];
  /** What could not be read, with what to do about it. Never silently empty. */
  readonly problems: readonly Problem[];
  readonly disk: Disk;
}

export type DependencyKind = "prod" | "dev" | "peer" | "optional";

export interface Manifest {
  /** "package.json" or "packages/a/package.json". */
  readonly path: string;
  /** "" or "packages/a". */
  readonly directory: string;
  readonly name: string | undefined;
  /** The file as it is, BOM included. */
  readonly text: string;
  /** Parsed; only the fields that are what npm expects them to be are trusted by readers. */
  readonly json: Readonly<Record<string, unknown>>;
  readonly dependencies: readonly Dependency[];
  /** `scripts`, where each value is a string. */
  readonly scripts: Readonly<Record<string, string>>;
  readonly floor: RuntimeFloor;
}

/** One entry of a manifest. A name in two sections (peer and dev) gives two. */
export interface Dependency {
  readonly name: string;
  readonly range: string;
  readonly kind: DependencyKind;
  /** `directory` of its manifest. */
  readonly workspace: string;
}

export interface SourceFile {
  readonly path: string;
  /** `directory` of the nearest manifest. */
  readonly workspace: string;
  /** How the file is parsed. Single-file components come with a later extension of this union. */
  readonly language: "js" | "jsx" | "ts" | "tsx" | "dts";
  /** ES module, CommonJS, or decided by its content ("unknown": `.js` of a manifest without a type). */
  readonly moduleKind: "esm" | "cjs" | "unknown";
}

export interface TextFile {
  readonly path: string;
  readonly workspace: string;
  readonly kind: "config" | "workflow" | "dockerfile" | "shell" | "hook" | "html" | "other";
}

/** The lowest runtime a workspace promises. */
export interface RuntimeFloor {
  /** Lowest Node version, "16.9.0"; undefined when the workspace never runs on Node. */
  readonly node: string | undefined;
  /** Where that was read ("engines.node in package.json"), or "assumed" when the project promises nothing. */
  readonly source: string;
  /** True when code of this workspace is built for browsers, so that Node built-ins must not reach it. */
  readonly browser: boolean;
  /** Why it is taken to be browser code. */
  readonly browserSource?: string;
}

export interface Problem {
  readonly kind:
    | "manifest-missing"
    | "manifest-malformed"
    | "lockfile-unsupported"
    | "lockfile-malformed"
    | "lockfile-out-of-step"
    | "lockfile-missing"
    | "source-unreadable"
    | "source-unparsable"
    | "directory-unreadable"
    | "symlink-loop"
    | "config-malformed";
  /** Relative path it is about. */
  readonly path: string;
  readonly line?: number;
  /** One sentence: what is wrong and what to do. */
  readonly message: string;
  /** True when nothing can be said at all without it (exit 2). */
  readonly fatal: boolean;
}

/** Reading, for the stages that need more than the project holds. Nothing here writes or runs anything. */
export interface Disk {
  /** Text of a file (relative to the root, or absolute), with its BOM kept. Never throws. */
  read(path: string): FileText;
  exists(path: string): boolean;
  isDirectory(path: string): boolean;
  /** Names in a directory, sorted; empty when it cannot be listed. */
  list(path: string): readonly string[];
  realpath(path: string): string;
}

export type FileText = { readonly text: string } | { readonly unreadable: string };

/** The part of a manifest the tool reads its own settings from: `"shrinkdeps"` in package.json, or shrinkdeps.json. */
export interface Settings {
  readonly budget?: Readonly<Record<string, unknown>>;
  readonly target?: { readonly node?: string };
  /** The file they were read from. */
  readonly path: string;
}

export type { Floor };

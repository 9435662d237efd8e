/** What removing dependencies from a lockfile takes and gives, in whatever format it is. */
import type { FileChange } from "../transaction/commit.ts";

/** Names that leave the manifest of each directory. */
export type Removals = ReadonlyMap<string, ReadonlySet<string>>;

/** What a lockfile does not say of itself. */
export interface LockfileContext {
  /** Path of the lockfile, for errors. */
  readonly path: string;
  /** Directories of the workspaces. */
  readonly workspaces: ReadonlySet<string>;
  /** Text of every manifest before the removal, by directory ("" is the root's): npm's version 1 holds no copy of them. */
  readonly manifests: ReadonlyMap<string, string>;
  /** Text of another file of the project ("pnpm-workspace.yaml"); undefined when it is not there or cannot be read. */
  readonly read: (path: string) => string | undefined;
}

export interface LockfileResult {
  readonly text: string;
  /** True when nothing is left in it and its manager keeps no file then: the file goes. */
  readonly isEmpty?: boolean;
  /** Packages that left, as "name@version", sorted. */
  readonly freed: readonly string[];
  /** Where they were installed ("node_modules/left-pad"). */
  readonly directories: readonly string[];
  /** Names that something left in the tree still has. */
  readonly names: ReadonlySet<string>;
  /** Entries of catalogs in the root's manifest that nothing names any more: "default" and a name joined by a line end. */
  readonly catalogs?: ReadonlySet<string>;
  /** Settings of the manager that go with them, in files beside the manifests. */
  readonly settings?: readonly FileChange[];
  /** What is left for a person, each as a sentence. */
  readonly notes?: readonly string[];
}

/**
 * Takes dependencies of importers out of a lockfile's text with the smallest edit, and what nothing reaches then. Throws
 * `lockfile` for a text that is not of the format, and for what cannot be edited safely.
 */
export type RemoveFromLockfile = (text: string, removals: Removals, context: LockfileContext) => LockfileResult;

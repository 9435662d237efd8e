/** A lockfile of npm as every version of it is first read: what is installed where, and what each asks for. */
import type { Need } from "../needs.ts";

export interface LockEntry {
  /** "node_modules/a", or a directory for what is linked. */
  readonly id: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  readonly installScript: boolean | "unknown";
  readonly needs: readonly Need[];
  /** True where version 1 says that only optional needs lead here; it does not say which needs are. */
  readonly optional?: boolean;
}

export interface LockContent {
  readonly entries: readonly LockEntry[];
  /** Directories by the place they are linked from: "node_modules/a" → "packages/a". */
  readonly links: ReadonlyMap<string, string>;
}

/** What is broken in a lockfile, and the path of the value that is. */
export interface LockDefect {
  readonly at: readonly (string | number)[];
  readonly message: string;
}

/** Name of the package a node_modules path ends in; the last folder for any other path. */
export function nameOfId(id: string): string {
  const inModules = id.lastIndexOf("node_modules/");
  return inModules === -1 ? (id.split("/").at(-1) ?? id) : id.slice(inModules + "node_modules/".length);
}

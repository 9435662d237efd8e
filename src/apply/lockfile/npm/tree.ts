/** The tree of a lockfile as npm's resolver sees it: what stands where, and what asks for what by name. */
import { posix } from "node:path";

export interface LockEdge {
  readonly name: string;
  readonly peer: boolean;
  readonly optional: boolean;
  readonly dev: boolean;
}

export interface LockNode {
  /** Path from the root: "node_modules/a/node_modules/b", "packages/c"; "" is the root. */
  readonly id: string;
  /** Name of the package, an alias's real one. */
  readonly name: string;
  readonly version: string | undefined;
  /** Id a link stands for; undefined for a package that is there itself. */
  readonly target: string | undefined;
  readonly edges: readonly LockEdge[];
}

export type LockTree = ReadonlyMap<string, LockNode>;

/** Id of what `name` means when the package at `from` asks for it; undefined when nothing above has it. */
export function resolveName(tree: LockTree, from: string, name: string): string | undefined {
  for (let directory = from; ; directory = parentOf(directory)) {
    const id = posix.join(directory, "node_modules", name);
    if (posix.basename(directory) !== "node_modules" && tree.has(id)) return id;
    if (directory === "") return undefined;
  }
}

/** Id of the node whose directory holds this one; undefined for the root. */
export function holderOf(tree: LockTree, id: string): string | undefined {
  if (id === "") return undefined;
  let directory = parentOf(id);
  while (directory !== "" && !tree.has(directory)) directory = parentOf(directory);
  return directory;
}

/** True for what is installed in some node_modules; false for the root, workspaces and linked directories. */
export function isInstalled(id: string): boolean {
  return /(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/.test(id);
}

/** The name a node is found by: the end of its path. */
export function nameOfId(id: string): string {
  const steps = id.split("/");
  const last = steps.at(-1) ?? "";
  const scope = steps.at(-2) ?? "";
  return scope.startsWith("@") ? `${scope}/${last}` : last;
}

function parentOf(directory: string): string {
  const parent = posix.dirname(directory);
  return parent === "." ? "" : parent;
}

/** What removing dependencies does to the tree of a lockfile. */
import type { Removals } from "../editor.ts";
import { computeFlags, reachable, type Flags } from "./flags.ts";
import { holderOf, isInstalled, type LockTree } from "./tree.ts";

/** What changes between two trees: ids that leave, and flags that become others. */
export interface TreeChange {
  readonly leaves: ReadonlySet<string>;
  readonly flags: ReadonlyMap<string, readonly (readonly [WrittenFlag, boolean])[]>;
  /** True when a package was devOptional before: a lockfile that says so nowhere is of an npm that had no such flag. */
  readonly hadDevOptional: boolean;
}

const writtenFlags = ["dev", "devOptional", "optional", "peer"] as const;
export type WrittenFlag = (typeof writtenFlags)[number];

export function compareTrees(before: LockTree, after: LockTree, workspaces: ReadonlySet<string>): TreeChange {
  const [flagsBefore, flagsAfter] = [computeFlags(before, workspaces), computeFlags(after, workspaces)];
  const [reachedBefore, reachedAfter] = [reachable(before, workspaces), reachable(after, workspaces)];
  const leaves = new Set<string>();
  const flags = new Map<string, readonly (readonly [WrittenFlag, boolean])[]>();
  for (const id of before.keys()) {
    const [was, is] = [flagsBefore.get(id), flagsAfter.get(id)];
    if (was === undefined || is === undefined) continue;
    const isLost = (!was.extraneous && is.extraneous) || (reachedBefore.has(id) && !reachedAfter.has(id));
    // npm keeps a linked directory inside another package's: that package may still resolve it.
    if (isLost && (isInstalled(id) || holderOf(before, id) === "")) leaves.add(id);
    else flags.set(id, changedFlags(was, is));
  }
  for (const id of before.keys()) if (isBelow(before, id, leaves)) leaves.add(id);
  const hadDevOptional = [...flagsBefore.values()].some((its) => its.devOptional && !its.extraneous);
  return { leaves, flags, hadDevOptional };
}

function changedFlags(was: Flags, is: Flags): readonly (readonly [WrittenFlag, boolean])[] {
  if (is.extraneous) return [];
  return writtenFlags.filter((flag) => was[flag] !== is[flag]).map((flag) => [flag, is[flag]] as const);
}

/** True for what is installed in the directory of a package that leaves. */
function isBelow(tree: LockTree, id: string, leaves: ReadonlySet<string>): boolean {
  for (let holder = holderOf(tree, id); holder !== undefined; holder = holderOf(tree, holder)) {
    if (leaves.has(holder)) return true;
  }
  return false;
}

/** The tree as it is once the manifests ask for less. A workspace stays needed by its root. */
export function withoutEdges(tree: LockTree, removals: Removals, workspaces: ReadonlySet<string>): LockTree {
  const after = new Map(tree);
  for (const [directory, names] of removals) {
    const node = tree.get(directory);
    const linked = (name: string) => tree.get(`node_modules/${name}`)?.target;
    const isWorkspace = (name: string) => directory === "" && workspaces.has(linked(name) ?? "");
    if (node === undefined) continue;
    const edges = node.edges.filter((edge) => !names.has(edge.name) || isWorkspace(edge.name));
    after.set(directory, { ...node, edges });
  }
  return after;
}

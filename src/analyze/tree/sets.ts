/** What several dependencies free together that none of them frees alone. */
import type { PackageGraph } from "../../project/graph.ts";
import { entryKey, freedTogether } from "../../project/dominators.ts";
import type { Project } from "../../project/project.ts";
import type { DependencyReport, EntryName, JointRemoval } from "../analysis.ts";
import { measure } from "../footprint.ts";
import { bringersOf } from "./bringers.ts";

/**
 * For every set of removable entries that alone leads to some package of the tree, what leaves when the whole set does.
 * Those that gain most over their members first; undefined while the tree is unknown.
 */
export function findJointRemovals(
  { graph: reading }: Pick<Project, "graph">,
  removable: readonly DependencyReport[],
): readonly JointRemoval[] | undefined {
  if (!reading.known) return undefined;
  const { graph } = reading;
  const keys = new Set(removable.map(({ workspace, name }) => entryKey(workspace, name)));
  const freed = freedTogether(graph, (name, workspace) => keys.has(entryKey(workspace, name)));
  const holders = bringersOf(graph, new Set(freed));
  const sets = new Map<string, readonly EntryName[]>();
  for (const id of freed) {
    const members = holders.get(id) ?? [];
    if (members.length > 1) sets.set(keyOf(members), members);
  }
  const found = [...sets.values()].map((members) => jointRemoval(graph, members, freed, holders));
  return found.sort(
    (a, b) =>
      gain(b) - gain(a) || a.members.length - b.members.length || (keyOf(a.members) < keyOf(b.members) ? -1 : 1),
  );
}

function jointRemoval(
  graph: PackageGraph,
  members: readonly EntryName[],
  freed: readonly string[],
  holders: ReadonlyMap<string, readonly EntryName[]>,
): JointRemoval {
  const own = new Set(members.map(({ workspace, name }) => entryKey(workspace, name)));
  const isWithin = (id: string): boolean =>
    holders.get(id)?.every(({ workspace, name }) => own.has(entryKey(workspace, name))) === true;
  const together = freed.filter(isWithin);
  const alone = together.filter((id) => holders.get(id)?.length === 1).length;
  return { members, frees: measure(graph, together), alone };
}

function gain({ frees, alone }: JointRemoval): number {
  return frees.known ? frees.packages.length - alone : 0;
}

function keyOf(members: readonly EntryName[]): string {
  return members.map(({ workspace, name }) => entryKey(workspace, name)).join("\n");
}

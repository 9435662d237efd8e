/**
 * What npm writes beside a locked package about who needs it. All flags hold until something in the tree disproves them:
 * a package is `dev` when only development needs it, `optional` when only optional dependencies lead to it, `devOptional`
 * when only the two together do, `peer` when only peers ask for it, `extraneous` when nothing does.
 */
import { holderOf, resolveName, type LockEdge, type LockNode, type LockTree } from "./tree.ts";

export interface Flags {
  extraneous: boolean;
  dev: boolean;
  optional: boolean;
  devOptional: boolean;
  peer: boolean;
}

/** Flags of every node. An optional peer alone keeps nothing in the tree, as with npm from version 11 on. */
export function computeFlags(tree: LockTree, workspaces: ReadonlySet<string>): ReadonlyMap<string, Flags> {
  const flags = new Map([...tree.keys()].map((id) => [id, id === "" ? none() : all()]));
  const queue = ["", ...[...tree.keys()].filter((id) => workspaces.has(id))];
  for (const id of queue) flags.set(id, none());
  const seen = new Set<string>();
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    seen.add(id);
    const node = tree.get(id);
    const own = flags.get(id);
    if (node === undefined || own === undefined) continue;
    if (!own.extraneous) holdHolders(tree, flags, id);
    for (const { to, edge } of outgoing(tree, node)) {
      const its = flags.get(to);
      if (its === undefined) continue;
      const isChanged = edge === "link" ? passOn(its, own) : disprove(its, own, edge);
      if (isChanged || (edge === "link" && !seen.has(to))) queue.push(to);
    }
  }
  for (const its of flags.values()) if (its.dev || its.optional) its.devOptional = false;
  return flags;
}

/** Ids that something leads to, optional peers included. */
export function reachable(tree: LockTree, workspaces: ReadonlySet<string>): ReadonlySet<string> {
  const queue = ["", ...workspaces];
  const found = new Set(queue);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    const node = tree.get(id);
    const next = node === undefined ? [] : outgoing(tree, node).map(({ to }) => to);
    for (let holder = holderOf(tree, id); holder !== undefined; holder = holderOf(tree, holder)) next.push(holder);
    for (const to of next) {
      if (found.has(to)) continue;
      found.add(to);
      queue.push(to);
    }
  }
  return found;
}

function outgoing(tree: LockTree, node: LockNode): readonly { to: string; edge: LockEdge | "link" }[] {
  if (node.target !== undefined) return [{ to: node.target, edge: "link" }];
  return node.edges.flatMap((edge) => {
    const to = resolveName(tree, node.id, edge.name);
    return to === undefined ? [] : [{ to, edge }];
  });
}

/** A package stays as long as one that stands in its directory does. */
function holdHolders(tree: LockTree, flags: ReadonlyMap<string, Flags>, id: string): void {
  for (let holder = holderOf(tree, id); holder !== undefined; holder = holderOf(tree, holder)) {
    const its = flags.get(holder);
    if (its === undefined || !its.extraneous) return;
    its.extraneous = false;
  }
}

function passOn(its: Flags, own: Flags): boolean {
  let isChanged = false;
  for (const flag of ["extraneous", "dev", "optional", "devOptional", "peer"] as const) {
    if (!its[flag] || own[flag]) continue;
    its[flag] = false;
    isChanged = true;
  }
  return isChanged;
}

function disprove(its: Flags, own: Flags, edge: LockEdge): boolean {
  const before = { ...its };
  if (!own.extraneous && !(edge.peer && edge.optional)) its.extraneous = false;
  if (!own.dev && !edge.dev) its.dev = false;
  if (!own.optional && !edge.optional) its.optional = false;
  if (!own.devOptional && !own.dev && !own.optional && !edge.dev && !edge.optional) its.devOptional = false;
  if (!own.peer && !edge.peer) its.peer = false;
  const { extraneous, dev, optional, devOptional, peer } = before;
  return (
    its.extraneous !== extraneous ||
    its.dev !== dev ||
    its.optional !== optional ||
    its.devOptional !== devOptional ||
    its.peer !== peer
  );
}

function all(): Flags {
  return { extraneous: true, dev: true, optional: true, devOptional: true, peer: true };
}

function none(): Flags {
  return { extraneous: false, dev: false, optional: false, devOptional: false, peer: false };
}

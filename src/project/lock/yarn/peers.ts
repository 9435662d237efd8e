/** Which packages answer the peers of others: what those that bring them have themselves. */
import type { PackageEdge } from "../../graph.ts";

interface Peer {
  readonly name: string;
  readonly range: string;
  readonly optional: boolean;
}

/** Edges by the id they start from, as `edges` has them and with those to peers, each distinct answer once. */
export function withPeers(
  edges: ReadonlyMap<string, readonly PackageEdge[]>,
  peers: ReadonlyMap<string, readonly Peer[]>,
  names: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly PackageEdge[]> {
  if (peers.size === 0) return edges;
  const askers = new Map<string, string[]>();
  for (const [from, own] of edges) {
    for (const { to } of own) {
      if (to === undefined || !peers.has(to)) continue;
      const others = askers.get(to);
      if (others === undefined) askers.set(to, [from]);
      else others.push(from);
    }
  }
  const providers = (of: string, name: string): ReadonlySet<string> => {
    const found = new Set<string>();
    const seen = new Set([of]);
    const waiting = [of];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      for (const asker of askers.get(id) ?? []) {
        const own = edges.get(asker)?.find((edge) => edge.name === name)?.to;
        const itself = names.get(asker) === name ? asker : undefined;
        const answer = own ?? itself;
        if (answer !== undefined) found.add(answer);
        else if (!seen.has(asker) && peers.get(asker)?.some((peer) => peer.name === name) === true) {
          seen.add(asker);
          waiting.push(asker);
        }
      }
    }
    found.delete(of);
    return found;
  };
  const all = new Map<string, readonly PackageEdge[]>(edges);
  for (const [from, asked] of peers) {
    const added = asked.flatMap(({ name, range, optional }): PackageEdge[] => {
      const edge = { name, kind: "peer", range, ...(optional && { optionalPeer: true }) } as const;
      const answers = [...providers(from, name)].sort();
      return answers.length === 0 ? [{ ...edge, to: undefined }] : answers.map((to) => ({ ...edge, to }));
    });
    all.set(from, [...(all.get(from) ?? []), ...added]);
  }
  return all;
}

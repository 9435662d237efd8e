/** What a manifest, or the copy of one in a lockfile, asks for. */
import type { EdgeKind } from "../graph.ts";
import { isRecord, stringEntries } from "../manifest.ts";

/** One entry of a dependency section. */
export interface Need {
  readonly name: string;
  readonly kind: EdgeKind;
  readonly range: string;
  readonly optionalPeer: boolean;
}

/**
 * Needs of a package, in the order of its sections. As for npm, an optional dependency takes the place of one of the same
 * name in `dependencies`; `devDependencies` count only for what is developed here (`dev`).
 */
export function needsOf(json: Readonly<Record<string, unknown>>, dev: boolean): Need[] {
  const optional = section(json, "optionalDependencies");
  const peers = section(json, "peerDependencies");
  const own = section(json, "dependencies");
  const optionalPeers = peers.length === 0 ? nobody : optionalPeersOf(json);
  const needs: Need[] = [];
  const add = (kind: EdgeKind, entries: readonly [string, string][]) => {
    for (const [name, range] of entries)
      needs.push({ name, kind, range, optionalPeer: kind === "peer" && optionalPeers.has(name) });
  };
  add("prod", optional.length === 0 ? own : own.filter(([name]) => !optional.some(([other]) => other === name)));
  if (dev) add("dev", section(json, "devDependencies"));
  add("peer", peers);
  add("optional", optional);
  return needs;
}

const nobody: ReadonlySet<string> = new Set();

function section(json: Readonly<Record<string, unknown>>, name: string): [string, string][] {
  return Object.hasOwn(json, name) ? stringEntries(json[name]) : [];
}

function optionalPeersOf(json: Readonly<Record<string, unknown>>): Set<string> {
  if (!isRecord(json.peerDependenciesMeta)) return new Set();
  const marked = Object.entries(json.peerDependenciesMeta).filter(
    ([, meta]) => isRecord(meta) && meta.optional === true,
  );
  return new Set(marked.map(([name]) => name));
}

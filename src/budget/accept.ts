/** The baseline after an update: what is gone leaves it, and what is new enters only when it is accepted. */
import { ShrinkdepsError } from "../errors.ts";
import { reachable } from "../project/dominators.ts";
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import { baselinePath, goneFrom, writeBaseline, type Agreement } from "./baseline.ts";
import { byIdentity } from "../project/identity.ts";
import { createNaming } from "./named.ts";
import type { BaselineUpdate, FileChange } from "./result.ts";
import type { Sides } from "./sides.ts";

export interface Acceptance {
  /** Names, or identities, of new packages. What only they bring is accepted with them. */
  readonly packages: readonly string[];
  readonly reason: string;
}

/**
 * The first baseline holds every package there is. Later ones shrink by themselves and grow by what is accepted. Throws a
 * ShrinkdepsError when something is to be accepted that is not new.
 */
export function updateBaseline(
  sides: Sides,
  acceptance: Acceptance | undefined,
): { readonly update: BaselineUpdate; readonly file: FileChange | undefined } {
  const { baseline, now } = sides;
  const newcomers = sides.newcomers ?? byIdentity(now.whole.packages);
  const accepted = acceptance === undefined ? new Map<string, Agreement>() : accept(acceptance, newcomers, sides);
  const packages = new Map<string, Agreement>(baseline?.packages);
  if (baseline === undefined) for (const identity of newcomers.keys()) packages.set(identity, {});
  const removed = baseline === undefined ? [] : goneFrom(baseline, now.graph);
  for (const identity of removed) packages.delete(identity);
  for (const [identity, agreement] of accepted) packages.set(identity, agreement);

  const name = createNaming(now.project, now.graph);
  const refused = [...newcomers].filter(([identity]) => !packages.has(identity));
  const after = writeBaseline(packages, baseline?.text);
  const isChanged = baseline === undefined || removed.length > 0 || accepted.size > 0;
  return {
    update: {
      path: baselinePath,
      created: baseline === undefined,
      recorded: packages.size,
      removed,
      accepted: [...accepted.keys()].sort(),
      refused: refused.map(([identity, nodes]) => name(identity, nodes)),
    },
    file: isChanged ? { path: baselinePath, before: baseline?.text, after } : undefined,
  };
}

function accept(
  { packages, reason }: Acceptance,
  newcomers: ReadonlyMap<string, readonly PackageNode[]>,
  { now, today, baseline }: Sides,
): ReadonlyMap<string, Agreement> {
  const accepted = new Map<string, Agreement>();
  for (const wanted of packages) {
    const named = [...newcomers].filter(([identity, nodes]) => identity === wanted || nodes[0]?.name === wanted);
    if (named.length === 0) throw notNew(wanted, [...newcomers.keys()]);
    if (named.length > 1)
      throw severalOf(
        wanted,
        named.map(([identity]) => identity),
      );
    for (const [identity] of named) accepted.set(identity, { accepted: today, reason });
    if (baseline === undefined) continue;
    const brought = byIdentity(
      broughtBy(
        named.flatMap(([, nodes]) => nodes),
        now.graph,
      ),
    );
    for (const identity of brought.keys()) {
      if (newcomers.has(identity) && !accepted.has(identity)) accepted.set(identity, { accepted: today, with: wanted });
    }
  }
  return accepted;
}

/** All that some packages need, directly or not. */
function broughtBy(nodes: readonly PackageNode[], graph: PackageGraph): PackageNode[] {
  const edges = new Map(graph.edges).set(
    "",
    nodes.map(({ id, name }) => ({ name, kind: "prod", range: "*", to: id })),
  );
  const found = reachable({ ...graph, importers: new Map([["", ""]]), edges }, () => false);
  return [...found].flatMap((id) => graph.nodes.get(id) ?? []);
}

function notNew(wanted: string, names: readonly string[]): ShrinkdepsError {
  const shown = names.slice(0, 5).join(", ") + (names.length > 5 ? ` and ${names.length - 5} more` : "");
  const hint = names.length === 0 ? "there is none" : `new are: ${shown}`;
  return new ShrinkdepsError("usage", `${JSON.stringify(wanted)} is no new package`, { hint });
}

function severalOf(wanted: string, identities: readonly string[]): ShrinkdepsError {
  const message = `${JSON.stringify(wanted)} comes from several sources`;
  return new ShrinkdepsError("usage", message, { hint: `name one of: ${identities.join("; ")}` });
}

/** What a change adds to the tree and takes out of it. */
import type { PackageNode } from "../project/graph.ts";
import { byIdentity } from "../project/identity.ts";
import { versionsOf, type createNaming } from "./named.ts";
import type { Difference } from "./result.ts";
import type { BaseTree } from "../project/tree.ts";
import type { Side } from "./sides.ts";

/** Every package counts here, one that an exception allows, too. */
export function differenceOf(
  now: Side,
  before: Side & Pick<BaseTree, "ref" | "commit">,
  name: ReturnType<typeof createNaming>,
): Difference {
  const there = byIdentity(packagesOf(before));
  const here = byIdentity(packagesOf(now));
  const gained = [...here].filter(([identity, nodes]) => {
    const earlier = there.get(identity);
    return earlier?.every(({ installScript }) => installScript === false) === true && runsScript(nodes);
  });
  return {
    ref: before.ref,
    commit: before.commit,
    added: [...here].filter(([identity]) => !there.has(identity)).map(([identity, nodes]) => name(identity, nodes)),
    removed: [...there]
      .filter(([identity]) => !here.has(identity))
      .map(([identity, nodes]) => ({ identity, versions: versionsOf(nodes) })),
    gainedScripts: gained.map(([identity, nodes]) => name(identity, nodes)),
  };
}

function packagesOf({ graph }: Side): PackageNode[] {
  return [...graph.nodes.values()].filter(({ importer }) => !importer);
}

function runsScript(nodes: readonly PackageNode[]): boolean {
  return nodes.some(({ installScript }) => installScript === true);
}

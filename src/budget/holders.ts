/** Which direct dependencies hold most of a number. */
import { dominators } from "../project/dominators.ts";
import type { PackageNode } from "../project/graph.ts";
import { placeOfEntry } from "../project/place.ts";
import type { ProjectTree } from "../project/tree.ts";
import { toMegabytes, versionsByName, type CountedLimit } from "./measure.ts";
import type { Holder } from "./result.ts";
import type { Scope } from "./scope.ts";

const shown = 3;

/** At most three, most first. Of direct dependencies and publishers none holds more than another. */
export function holdersOf(limit: CountedLimit, project: ProjectTree, scope: Scope): Holder[] {
  if (limit === "direct" || limit === "publishers") return [];
  return most(limit === "duplicates" ? duplicated(scope) : holding(limit, project, scope));
}

/** What each direct dependency alone holds. */
function holding(limit: CountedLimit, project: ProjectTree, { graph, packages, workspace }: Scope): Holder[] {
  const counted = new Set(packages);
  const manifests = project.manifests.filter(({ directory }) => workspace === undefined || directory === workspace);
  return [...dominators(graph, { production: limit === "production" })].flatMap(([name, ids]) => {
    const declaring = manifests.filter(({ dependencies }) => dependencies.some((entry) => entry.name === name));
    if (declaring.length === 0) return [];
    const nodes = ids.flatMap((id) => graph.nodes.get(id) ?? []).filter((node) => counted.has(node));
    const place = declaring.map((manifest) => placeOfEntry(manifest, name)).find((found) => found !== undefined);
    return { name, workspaces: declaring.map(({ directory }) => directory), amount: amountIn(limit, nodes), place };
  });
}

function duplicated({ packages }: Scope): Holder[] {
  return [...versionsByName(packages)]
    .filter(([, { size }]) => size > 1)
    .map(([name, { size }]) => ({ name, workspaces: [], amount: size, place: undefined }));
}

function most(holders: readonly Holder[]): Holder[] {
  return holders
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1))
    .slice(0, shown);
}

function amountIn(limit: CountedLimit, nodes: readonly PackageNode[]): number {
  if (limit === "megabytes") return toMegabytes(nodes.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0));
  return limit === "installScripts" ? nodes.filter(({ installScript }) => installScript === true).length : nodes.length;
}

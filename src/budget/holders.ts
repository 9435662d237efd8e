/** Which direct dependencies hold most of a number. */
import { dominators } from "../project/dominators.ts";
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import { locateJson } from "../project/json.ts";
import { dependencySections } from "../project/manifest.ts";
import type { ProjectTree } from "../project/tree.ts";
import { directNames, toMegabytes } from "./measure.ts";
import type { Holder, LimitName, Place } from "./result.ts";

const shown = 3;

/** At most three, most first: what each alone holds. Of the number of direct dependencies none holds more than another. */
export function holdersOf(limit: LimitName, project: ProjectTree, graph: PackageGraph): Holder[] {
  if (limit === "direct") return [];
  const names = directNames(project);
  const held = [...dominators(graph, { production: limit === "production" })].map(([name, ids]) => ({
    name,
    amount: amountIn(
      limit,
      ids.flatMap((id) => graph.nodes.get(id) ?? []),
    ),
  }));
  return held
    .filter(({ name, amount }) => amount > 0 && names.has(name))
    .sort((a, b) => b.amount - a.amount || (a.name < b.name ? -1 : 1))
    .slice(0, shown)
    .map(({ name, amount }) => ({
      name,
      workspaces: [...(names.get(name) ?? [])],
      amount,
      place: placeOf(name, project),
    }));
}

function amountIn(limit: LimitName, nodes: readonly PackageNode[]): number {
  if (limit === "megabytes") return toMegabytes(nodes.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0));
  return limit === "installScripts" ? nodes.filter(({ installScript }) => installScript === true).length : nodes.length;
}

function placeOf(name: string, project: ProjectTree): Place | undefined {
  for (const { path, text } of project.manifests) {
    for (const [section] of dependencySections) {
      const found = locateJson(text, [section, name]);
      if (found !== undefined) return { path, line: found.line, column: found.column };
    }
  }
  return undefined;
}

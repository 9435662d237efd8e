/** Which direct dependency a package of the tree would leave with. */
import { dominators } from "../project/dominators.ts";
import type { PackageGraph } from "../project/graph.ts";

/** The direct dependency whose removal alone takes a package out of the tree, by the package's id. */
export function readHolders(graph: PackageGraph): ReadonlyMap<string, string> {
  return new Map([...dominators(graph)].flatMap(([name, ids]) => ids.map((id) => [id, name] as const)));
}

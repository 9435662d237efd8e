/** The graph of packages as plain numbered lists: what a page needs to show who holds what, and to try removals. */
import { keptTargets } from "../project/dominators.ts";
import type { Project } from "../project/project.ts";

export interface PackageTree {
  /** Every package some manifest needs, sorted by name and version. */
  readonly packages: readonly TreePackage[];
  /** For each package, the indexes of those it needs. */
  readonly needs: readonly (readonly number[])[];
  /** What each manifest asks for. */
  readonly entries: readonly TreeEntry[];
}

export interface TreePackage {
  readonly name: string;
  readonly version: string;
  /** Bytes on disk; null when it is not installed. */
  readonly bytes: number | null;
  readonly installScript: boolean | "unknown";
}

export interface TreeEntry {
  readonly name: string;
  /** `directory` of its manifest. */
  readonly workspace: string;
  /** Index of the package. */
  readonly to: number;
}

/** The tree of a project; undefined when its graph is unknown. Asks the disk for the size of every package. */
export function packageTree({ graph: reading }: Pick<Project, "graph">): PackageTree | undefined {
  if (!reading.known) return undefined;
  const { graph } = reading;
  const nodes = [...graph.nodes.values()].filter(({ importer }) => !importer);
  nodes.sort((a, b) => compare(a.name, b.name) || compare(a.version ?? "", b.version ?? "") || compare(a.id, b.id));
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const indexesOf = (ids: readonly string[]): number[] => [...new Set(ids)].flatMap((id) => indexes.get(id) ?? []);
  return {
    packages: nodes.map(({ name, version = "", bytes = null, installScript }) => ({
      name,
      version,
      bytes,
      installScript,
    })),
    needs: nodes.map(({ id }) => indexesOf(keptTargets(graph, id))),
    entries: [...graph.importers].flatMap(([workspace, importer]) =>
      (graph.edges.get(importer) ?? []).flatMap(({ name, to, optionalPeer }) => {
        const index = to === undefined || optionalPeer === true ? undefined : indexes.get(to);
        return index === undefined ? [] : [{ name, workspace, to: index }];
      }),
    ),
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The tree of packages, whatever file it was read from. */

export interface PackageNode {
  /** Where it is installed, as in a lockfile of npm: "node_modules/a/node_modules/b"; "" is the root project. */
  readonly id: string;
  /** The name in its own manifest (an alias's real name). */
  readonly name: string;
  /** undefined for a workspace or the root. */
  readonly version: string | undefined;
  /** True for the root and the workspaces: not packages, but what needs them. */
  readonly importer: boolean;
  /** "unknown" where the lockfile does not say. */
  readonly installScript: boolean | "unknown";
  /** Bytes on disk without nested node_modules; undefined when it is not installed. A getter: counted when first asked. */
  readonly bytes: number | undefined;
  readonly resolved: string | undefined;
  readonly integrity: string | undefined;
  /** Reached only through devDependencies. */
  readonly dev: boolean;
  /** May be absent on a platform. */
  readonly optional: boolean;
}

export type EdgeKind = "prod" | "dev" | "peer" | "optional";

export interface PackageEdge {
  /** The name it is asked for by (an alias's alias). */
  readonly name: string;
  readonly kind: EdgeKind;
  readonly range: string;
  /** True for a peer marked optional in peerDependenciesMeta: it is used when present, but npm does not keep it for that. */
  readonly optionalPeer?: boolean;
  /** Id of the node it resolves to; undefined when nothing in the tree satisfies it (an absent optional or peer). */
  readonly to: string | undefined;
}

export interface PackageGraph {
  readonly nodes: ReadonlyMap<string, PackageNode>;
  /** Edges by the id they start from. */
  readonly edges: ReadonlyMap<string, readonly PackageEdge[]>;
  /** Id of the importer by workspace directory ("" is the root). */
  readonly importers: ReadonlyMap<string, string>;
  /** The file it was read from, relative to the root. */
  readonly source: string;
}

export type GraphReading =
  { readonly known: true; readonly graph: PackageGraph } | { readonly known: false; readonly reason: string };

/** The tree of packages, whatever file it was read from. */

/** The managers whose lockfiles are known by name. */
export type Manager = "npm" | "pnpm" | "yarn" | "bun" | "deno";

/** Where the code of a package comes from. `file` is a tarball or a copied directory, `link` a directory used in place. */
export type PackageSource = "registry" | "git" | "url" | "file" | "link" | "workspace" | "patch" | "unknown";

export interface PackageNode {
  /** Unique in the graph and nothing more: what the lockfile calls it. The root and the workspaces have their directory. */
  readonly id: string;
  /** The name in its own manifest (an alias's real name). */
  readonly name: string;
  /** undefined for a workspace or the root. */
  readonly version: string | undefined;
  /** True for the root and the workspaces: not packages, but what needs them. */
  readonly importer: boolean;
  /**
   * Directories, relative to the root, where it is if it is installed: one for each copy, none where nothing is unpacked
   * (Plug'n'Play). "node_modules/a/node_modules/b"; with pnpm "node_modules/.pnpm/b@1.0.0/node_modules/b".
   */
  readonly locations: readonly string[];
  readonly source: PackageSource;
  /** Which peers this copy was resolved with, as the lockfile writes it: "(react@18.2.0)"; undefined for none. */
  readonly peers: string | undefined;
  /** "unknown" where neither the lockfile nor an installed manifest says. A getter: the disk is asked when this is. */
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
  /** Whose file that is. */
  readonly manager: Manager;
}

export type GraphReading =
  { readonly known: true; readonly graph: PackageGraph } | { readonly known: false; readonly reason: string };

/** The result of `analyze`: what every report is made of. Plain data, JSON-safe. */
import type { Place } from "../project/place.ts";
import type { DependencyKind, Problem, RuntimeFloor } from "../project/project.ts";
import type { Deviation } from "../recipe.ts";
import type { JudgedUsage } from "./usage.ts";

export type DependencyVerdict =
  "unused" | "native" | "trivial" | "lighter" | "duplicate" | "types-only" | "misplaced" | "keep";

/** What leaves the tree with a dependency: what it alone holds. */
export type Footprint =
  | {
      readonly known: true;
      /** Packages that leave, the dependency itself included, as "name@version", sorted. */
      readonly packages: readonly string[];
      /** Their bytes on disk; undefined when some of them are not installed. */
      readonly bytes: number | undefined;
      /** Those with an install script; "unknown" when the lockfile does not say. */
      readonly installScripts: readonly string[] | "unknown";
    }
  | { readonly known: false; readonly reason: string };

export interface Evidence {
  /** Where it was found: "catalog", "installed source", "module-replacements", "usages", "manifest"; "obstacle" for what keeps it. */
  readonly source: string;
  /** One sentence. */
  readonly text: string;
  readonly url?: string;
}

/** What else a project is rid of with a removal; an install script is in the footprint. */
export interface Relief {
  /** Packages that leave whose code starts other programs; "unknown" when one of those that leave is not installed. */
  readonly childProcess: readonly string[] | "unknown";
  /** Scopes and repository owners who have nothing else in the tree; "unknown" when packages are not installed. */
  readonly publishers: readonly string[] | "unknown";
}

export interface DependencyReport {
  readonly name: string;
  readonly range: string;
  /** The installed or locked version; undefined when unknown. */
  readonly version: string | undefined;
  readonly kind: DependencyKind;
  readonly workspace: string;
  /** Its entry in the manifest. */
  readonly place: Place;
  readonly verdict: DependencyVerdict;
  readonly evidence: readonly Evidence[];
  readonly footprint: Footprint;
  /** Undefined where no other removal is of the same size: it is looked for to tell those apart. */
  readonly relief: Relief | undefined;
  readonly usages: readonly JudgedUsage[];
  /**
   * - `automatic`: every usage is handled, `apply` removes it.
   * - `allowed`: likewise, once the user allows the observable deviations listed.
   * - `manual`: it can go, but some usage needs a person.
   * - `no`: there is no reason to let it go.
   */
  readonly removal: "automatic" | "allowed" | "manual" | "no";
  /** What replaces it, in words, when something does. */
  readonly replacement: string | undefined;
  readonly deviations: readonly Deviation[];
  /** Lines of source that a removal changes; undefined when it is not automatic. */
  readonly lines: number | undefined;
}

export interface Totals {
  readonly direct: number;
  /** Direct dependencies that can go, automatically or by hand. */
  readonly removable: number;
  readonly automatic: number;
  /** What all removable ones free together (removals are not additive). */
  readonly freed: Footprint;
  /** What the automatic ones free together. */
  readonly freedAutomatically: Footprint;
  readonly lines: number;
  /** Packages in the tree; undefined when the graph is unknown. */
  readonly packages: number | undefined;
}

/** One entry of a manifest, by its name and the `directory` of the manifest. */
export interface EntryName {
  readonly name: string;
  readonly workspace: string;
}

/** Entries that together free more than each alone: what they share. */
export interface JointRemoval {
  readonly members: readonly EntryName[];
  readonly frees: Footprint;
  /** How many packages the members free one by one, added up. */
  readonly alone: number;
}

/** A package in several versions. */
export interface Duplicate {
  readonly name: string;
  readonly versions: readonly {
    readonly version: string;
    /** Packages ("name@version") and manifests (paths) that ask for it, sorted. */
    readonly askedBy: readonly string[];
    /** Direct dependencies that lead to it. */
    readonly broughtBy: readonly EntryName[];
  }[];
}

/** A package that no manifest lists and that the platform has by now. */
export interface DeeperPackage {
  readonly name: string;
  readonly version: string;
  readonly replacement: string;
  readonly broughtBy: readonly (EntryName & {
    /** Whether the range asked for allows a version that does not bring it. Unknown unless the files prove it. */
    readonly without: { readonly kind: "yes"; readonly version: string } | { readonly kind: "no" | "unknown" };
  })[];
}

/** Imports of a package by a workspace whose manifest does not list it. */
export interface UndeclaredUse {
  readonly package: string;
  readonly workspace: string;
  readonly places: readonly { readonly file: string; readonly line: number }[];
  /** True in a workspace that gets it because the root's manifest lists it. */
  readonly listedByRoot: boolean;
  /** Direct dependencies that lead to it. */
  readonly broughtBy: readonly EntryName[];
}

/** A dependency that nothing replaces, whose own code the project could take over. */
export interface TakeOver {
  readonly name: string;
  readonly version: string;
  /** As its manifest names it: "MIT". */
  readonly licence: string;
  /** Lines and bytes of its code, without the heading and the licence above it. */
  readonly lines: number;
  readonly bytes: number;
  /** What leaves the tree with it, when it goes from every manifest. */
  readonly frees: Footprint;
}

export interface Analysis {
  readonly schema: 1;
  readonly name: string;
  readonly workspaces: readonly {
    readonly directory: string;
    readonly name: string | undefined;
    readonly floor: RuntimeFloor;
  }[];
  readonly dependencies: readonly DependencyReport[];
  readonly totals: Totals;
  /** What removable dependencies free only together, the most first. This and what follows is undefined without a graph. */
  readonly together: readonly JointRemoval[] | undefined;
  /** Packages in several versions, most versions first. */
  readonly duplicates: readonly Duplicate[] | undefined;
  /** Replaceable packages that no manifest lists. */
  readonly deeper: readonly DeeperPackage[] | undefined;
  /** Imports that no entry of their workspace's manifest answers. */
  readonly undeclared: readonly UndeclaredUse[] | undefined;
  /** What `apply --vendor` could take over of the dependencies that no recipe removes, those that free most first. */
  readonly vendorable: readonly TakeOver[];
  readonly problems: readonly Problem[];
  /** Where the graph was read, or why it is unknown. */
  readonly graph:
    { readonly known: true; readonly source: string } | { readonly known: false; readonly reason: string };
}

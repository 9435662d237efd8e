/** What a budget check found. Plain data, JSON-safe. */
import type { Place } from "../project/place.ts";

/**
 * What can be limited. `packages` and `production` count installed copies, `newPackages` those nobody agreed on,
 * `duplicates` versions beyond the first of each name, `publishers` scopes and repository owners. A megabyte is
 * 1,000,000 bytes.
 */
export type LimitName =
  "packages" | "production" | "direct" | "newPackages" | "installScripts" | "megabytes" | "duplicates" | "publishers";

/** A direct dependency and how much of a number it alone holds; of duplicates, a package and its number of versions. */
export interface Holder {
  readonly name: string;
  /** Directories of the workspaces that declare it. */
  readonly workspaces: readonly string[];
  /** In the unit of the limit: packages, install scripts, or megabytes. */
  readonly amount: number;
  /** Its entry in the first manifest that declares it. */
  readonly place: Place | undefined;
}

/** One number of the project, or of one workspace, beside its limit. */
export interface Measurement {
  readonly limit: LimitName;
  /** Directory of the workspace it is about; undefined for the project as a whole. */
  readonly workspace: string | undefined;
  /** The limit; undefined when none is set. */
  readonly allowed: number | undefined;
  /** Today's number; undefined when it was not needed or cannot be known, and no limit asks for it. */
  readonly actual: number | undefined;
  /** The number of the commit compared with; undefined without one, and for what only an installed tree tells. */
  readonly before: number | undefined;
  /** How much too many; 0 when within the limit, when there is none, and when the change compared adds nothing to it. */
  readonly over: number;
  /** Where the limit is written. */
  readonly place: Place | undefined;
  /** The direct dependencies that hold most of it, most first; at most three, and only where the limit is exceeded. */
  readonly holders: readonly Holder[];
}

/** How a package comes into the tree, from a workspace's own dependency to the package itself. */
export interface Chain {
  /** Directory of the workspace whose manifest starts it. */
  readonly workspace: string;
  /** "express@4.18.2", "accepts@1.3.8". */
  readonly packages: readonly string[];
  /** The entry of the manifest that starts it. */
  readonly place: Place | undefined;
}

/** One package that is in question: all its copies together. */
export interface NamedPackage {
  /** Its name, with its source where that is not a registry: "left-pad (git+https://…)". */
  readonly identity: string;
  readonly name: string;
  /** Sorted. */
  readonly versions: readonly string[];
  /** The shortest; undefined where nothing leads to it. */
  readonly chain: Chain | undefined;
  readonly installScript: boolean | "unknown";
  /** Of all copies; undefined where one is not installed. */
  readonly bytes: number | undefined;
}

export type Finding =
  /** A number beyond its limit. */
  | { readonly kind: "limit"; readonly measurement: Measurement }
  /** A package nobody agreed on. */
  | { readonly kind: "new"; readonly package: NamedPackage }
  /** A package the deny list names; `place` is the rule's. */
  | { readonly kind: "denied"; readonly package: NamedPackage; readonly reason: string; readonly place: Place }
  /** An exception that has ended while its package is still there. */
  | {
      readonly kind: "expired";
      readonly pattern: string;
      readonly expires: string;
      readonly reason: string;
      readonly place: Place;
    };

/** The packages agreed on, beside those that are there. */
export interface BaselineState {
  readonly path: string;
  /** How many it names. */
  readonly recorded: number;
  /** Those of them that are gone. */
  readonly gone: readonly string[];
}

/** What changed since a commit. */
export interface Difference {
  /** As it was asked for. */
  readonly ref: string;
  /** The commit's full hash. */
  readonly commit: string;
  readonly added: readonly NamedPackage[];
  readonly removed: readonly { readonly identity: string; readonly versions: readonly string[] }[];
  /** Packages of both that run an install script now and ran none. */
  readonly gainedScripts: readonly NamedPackage[];
}

export interface BudgetResult {
  readonly schema: 1;
  /** The lockfile the numbers were taken from. */
  readonly source: string;
  /** The file the limits are read from, and where new ones would be written. */
  readonly settings: string;
  /** False when there is nothing to check against: no limit, no list, no baseline, no commit. */
  readonly configured: boolean;
  /** True when there is any finding. */
  readonly over: boolean;
  readonly measurements: readonly Measurement[];
  readonly findings: readonly Finding[];
  readonly baseline: BaselineState | undefined;
  readonly difference: Difference | undefined;
  /** Exceptions in force, each with the day it ends. */
  readonly exceptions: readonly { readonly pattern: string; readonly expires: string; readonly reason: string }[];
}

/** A file as it is (undefined: not there) and as it is to be. */
export interface FileChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** What an update would write. Data: only apply/ writes it. */
export interface BudgetUpdate {
  readonly files: readonly FileChange[];
  readonly changes: readonly LimitChange[];
  /** Limits that today's numbers exceed and that stay as they are, because raising one has to be forced. */
  readonly kept: readonly {
    readonly limit: LimitName;
    readonly workspace: string | undefined;
    readonly allowed: number;
    readonly actual: number;
  }[];
  readonly baseline: BaselineUpdate;
}

export interface LimitChange {
  readonly limit: LimitName;
  readonly workspace: string | undefined;
  readonly from: number | undefined;
  readonly to: number;
}

export interface BaselineUpdate {
  readonly path: string;
  readonly created: boolean;
  /** How many packages it names afterwards. */
  readonly recorded: number;
  readonly removed: readonly string[];
  readonly accepted: readonly string[];
  /** New packages that were not accepted, and stay out. */
  readonly refused: readonly NamedPackage[];
}

/** What a budget check found. Plain data, JSON-safe. */

/** What can be limited. A megabyte is 1,000,000 bytes. */
export type LimitName = "packages" | "production" | "direct" | "installScripts" | "megabytes";

/** A place in a file; line and column count from 1. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A direct dependency and how much of a number it alone holds. */
export interface Holder {
  readonly name: string;
  /** Directories of the workspaces that declare it. */
  readonly workspaces: readonly string[];
  /** In the unit of the limit: packages, install scripts, or megabytes. */
  readonly amount: number;
  /** Its entry in the first manifest that declares it. */
  readonly place: Place | undefined;
}

/** One number of the project beside its limit. */
export interface Measurement {
  readonly limit: LimitName;
  /** The limit; undefined when none is set. */
  readonly allowed: number | undefined;
  /** Today's number; undefined when it was not needed (megabytes) or cannot be known, and no limit asks for it. */
  readonly actual: number | undefined;
  /** How much too many; 0 when within the limit or when there is none. */
  readonly over: number;
  /** Where the limit is written. */
  readonly place: Place | undefined;
  /** The direct dependencies that hold most of it, most first; at most three, and only where the limit is exceeded. */
  readonly holders: readonly Holder[];
}

export interface BudgetResult {
  readonly schema: 1;
  /** The lockfile the numbers were taken from. */
  readonly source: string;
  /** The file the limits are read from, and where new ones would be written. */
  readonly settings: string;
  /** False when no limit is set at all: nothing was checked. */
  readonly configured: boolean;
  /** True when any limit is exceeded. */
  readonly over: boolean;
  readonly measurements: readonly Measurement[];
}

/** What an update would write. Data: only apply/ writes it. */
export interface BudgetUpdate {
  /** The settings file before and after; undefined when nothing changes. */
  readonly file: { readonly path: string; readonly before: string; readonly after: string } | undefined;
  readonly changes: readonly { readonly limit: LimitName; readonly from: number | undefined; readonly to: number }[];
  /** Limits that today's numbers exceed and that stay as they are, because raising one has to be forced. */
  readonly kept: readonly { readonly limit: LimitName; readonly allowed: number; readonly actual: number }[];
}

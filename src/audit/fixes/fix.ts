/** What of an audit is mended mechanically, as data. Making it writes nothing. */

/** Replaces [start, end) of a file's text. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The section of a manifest that an entry stands in. */
export type Section = "dependencies" | "devDependencies" | "optionalDependencies";

interface Place {
  readonly path: string;
  readonly line: number;
}

export type Fix = Place &
  (
    | { readonly kind: "frozen-install"; readonly before: string; readonly replacements: readonly Replacement[] }
    | {
        readonly kind: "local-tool";
        readonly before: string;
        readonly after: string;
        readonly replacements: readonly Replacement[];
        /** What the root's manifest has to list for it, with the version of the lockfile; undefined when it does. */
        readonly adds: { readonly name: string; readonly version: string } | undefined;
      }
    | {
        readonly kind: "exact-version";
        readonly directory: string;
        readonly section: Section;
        readonly name: string;
        readonly range: string;
        readonly version: string;
      }
  );

/** What could have been mended, and why it is left to a person. */
export interface LeftAlone extends Place {
  readonly kind: Fix["kind"];
  readonly subject: string;
  /** What speaks against it, and what to do. */
  readonly reason: string;
}

export interface FixPlan {
  readonly fixes: readonly Fix[];
  readonly left: readonly LeftAlone[];
}

/** A candidate, decided. */
export type Decision = { readonly fix: Fix } | { readonly left: LeftAlone };

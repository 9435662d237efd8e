/** A plan: every edit and removal an apply would make, as data. Making one writes nothing. */
import type { JudgedUsage } from "../analyze/usage.ts";
import type { Deviation } from "../recipe.ts";

/** Replaces [start, end) of the original text. Offsets are UTF-16 units and count a BOM. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A source, or a manifest whose npm scripts change (`removals` say what leaves its dependencies besides). */
export interface FilePlan {
  readonly path: string;
  /** The text the edits are for; a file that differs when it comes to writing is not overwritten. */
  readonly before: string;
  readonly after: string;
  /** Sorted, not overlapping; `after` is `before` with them applied. */
  readonly edits: readonly TextEdit[];
  /** Packages whose removal asks for it. */
  readonly packages: readonly string[];
}

/** A helper module the plan adds. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  readonly packages: readonly string[];
}

/** Entries that leave one manifest: the package, and its `@types`. */
export interface ManifestRemoval {
  /** Path of the manifest. */
  readonly manifest: string;
  readonly name: string;
  /** The package it goes with: its own name, or the package its types are of. */
  readonly package: string;
}

export interface PackagePlan {
  readonly package: string;
  /** `remove`: it goes. `partial`: some uses go, it stays. `stay`: nothing changes. */
  readonly outcome: "remove" | "partial" | "stay";
  /** Why it stays; empty when it goes. */
  readonly reasons: readonly string[];
  readonly usages: readonly JudgedUsage[];
  readonly deviations: readonly Deviation[];
  readonly replacement: string | undefined;
}

export interface Plan {
  readonly packages: readonly PackagePlan[];
  readonly files: readonly FilePlan[];
  readonly newFiles: readonly NewFile[];
  readonly removals: readonly ManifestRemoval[];
}

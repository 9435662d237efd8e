/** What changed between two analyses of one project. */
import type { SavedAnalysis, SavedDependency } from "./saved.ts";

export interface Comparison {
  readonly schema: 1;
  readonly name: string;
  /** Packages in the tree then and now; null when unknown. */
  readonly packages: { readonly before: number | null; readonly now: number | null };
  /** Entries that are gone, and those that are new. */
  readonly gone: readonly ComparedEntry[];
  readonly added: readonly ComparedEntry[];
  /** Entries whose verdict or removal is another. */
  readonly changed: readonly ChangedEntry[];
}

export interface ComparedEntry {
  readonly name: string;
  readonly workspace: string;
  readonly kind: SavedDependency["kind"];
  readonly removal: SavedDependency["removal"];
}

export interface ChangedEntry extends ComparedEntry {
  readonly before: Pick<SavedDependency, "verdict" | "removal">;
  readonly now: Pick<SavedDependency, "verdict" | "removal">;
}

/** Compares an earlier analysis with today's, entry by entry. */
export function compareAnalyses(before: SavedAnalysis, now: SavedAnalysis): Comparison {
  const [old, current] = [byEntry(before), byEntry(now)];
  const pairs = [...current].flatMap(([key, report]) => {
    const earlier = old.get(key);
    return earlier === undefined ? [] : [[earlier, report] as const];
  });
  return {
    schema: 1,
    name: now.name,
    packages: { before: before.totals.packages ?? null, now: now.totals.packages ?? null },
    gone: [...old].filter(([key]) => !current.has(key)).map(([, report]) => entryOf(report)),
    added: [...current].filter(([key]) => !old.has(key)).map(([, report]) => entryOf(report)),
    changed: pairs
      .filter(([earlier, report]) => earlier.verdict !== report.verdict || earlier.removal !== report.removal)
      .map(([earlier, report]) => ({ ...entryOf(report), before: verdictOf(earlier), now: verdictOf(report) })),
  };
}

function byEntry({ dependencies }: SavedAnalysis): ReadonlyMap<string, SavedDependency> {
  return new Map(dependencies.map((report) => [JSON.stringify([report.workspace, report.kind, report.name]), report]));
}

function entryOf({ name, workspace, kind, removal }: SavedDependency): ComparedEntry {
  return { name, workspace, kind, removal };
}

function verdictOf({ verdict, removal }: SavedDependency): Pick<SavedDependency, "verdict" | "removal"> {
  return { verdict, removal };
}

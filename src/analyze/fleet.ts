/** Analyses of many repositories as one: which package, if replaced, would leave the most of them. */
import type { SavedAnalysis, SavedDependency } from "./saved.ts";

export interface Fleet {
  readonly schema: 1;
  readonly repositories: readonly string[];
  /** Those that leave the most repositories first. */
  readonly packages: readonly FleetPackage[];
  /** Files that are no report that can be read: their repositories are not counted. */
  readonly unreadable: readonly { readonly path: string; readonly message: string }[];
}

export interface FleetPackage {
  readonly name: string;
  /** Repositories that ask for it directly. */
  readonly repositories: readonly string[];
  /** Those it can leave, automatically or by hand; and automatically. */
  readonly removable: readonly string[];
  readonly automatic: readonly string[];
  /** Packages that leave with it, added up over the repositories where that is known. */
  readonly frees: number;
  /** Repositories where it can go and what leaves with it is unknown. */
  readonly unknown: number;
  /** Lines that change, added up over the repositories it leaves automatically. */
  readonly lines: number;
}

/** Adds analyses up by package. A repository is called by its analysis's name; equal names get a number. */
export function fleetOf(analyses: readonly SavedAnalysis[], unreadable: Fleet["unreadable"] = []): Fleet {
  const names = numbered(analyses.map(({ name }) => name));
  const entries = new Map<string, Map<string, SavedDependency[]>>();
  analyses.forEach(({ dependencies }, index) => {
    for (const dependency of dependencies) {
      const repository = names[index] ?? "";
      const ofPackage = entries.get(dependency.name) ?? new Map<string, SavedDependency[]>();
      ofPackage.set(repository, [...(ofPackage.get(repository) ?? []), dependency]);
      entries.set(dependency.name, ofPackage);
    }
  });
  const packages = [...entries].map(([name, of]) => sum(name, of)).filter(({ removable }) => removable.length > 0);
  return { schema: 1, repositories: names, packages: packages.sort(byGain), unreadable };
}

function sum(name: string, of: ReadonlyMap<string, readonly SavedDependency[]>): FleetPackage {
  const all = [...of];
  // It leaves a repository when it leaves each of its manifests.
  const removable = all.filter(([, reports]) => reports.every(({ removal }) => removal !== "no"));
  const automatic = removable.filter(([, reports]) => reports.every(({ removal }) => removal === "automatic"));
  const sizes = removable.map(([, reports]) => footprint(reports));
  return {
    name,
    repositories: all.map(([repository]) => repository),
    removable: removable.map(([repository]) => repository),
    automatic: automatic.map(([repository]) => repository),
    frees: sizes.reduce<number>((total, size) => total + (size ?? 0), 0),
    unknown: sizes.filter((size) => size === undefined).length,
    lines: automatic.flatMap(([, reports]) => reports).reduce((total, { lines }) => total + (lines ?? 0), 0),
  };
}

/** The largest of its entries' footprints: entries of several workspaces mostly hold the same packages. */
function footprint(reports: readonly SavedDependency[]): number | undefined {
  const known = reports.flatMap((report) => (report.footprint.known ? [report.footprint.packages.length] : []));
  return known.length === reports.length ? Math.max(...known) : undefined;
}

function byGain(left: FleetPackage, right: FleetPackage): number {
  return (
    right.removable.length - left.removable.length ||
    right.automatic.length - left.automatic.length ||
    right.frees - left.frees ||
    (left.name < right.name ? -1 : 1)
  );
}

function numbered(names: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

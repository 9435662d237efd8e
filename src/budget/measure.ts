/** Today's numbers of a project. */
import { ShrinkdepsError } from "../errors.ts";
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import type { Disk } from "../project/project.ts";
import type { ProjectTree } from "../project/tree.ts";
import { publishersOf } from "../project/publishers.ts";
import type { LimitName } from "./result.ts";
import type { Scope } from "./scope.ts";

/** A number, or why it is not known. */
export type Amount = { readonly amount: number } | { readonly unknown: string };

/** What can be counted by looking at the tree alone; new packages need something to compare with. */
export type CountedLimit = Exclude<LimitName, "newPackages">;

/**
 * The graph the numbers are taken from. Throws a ShrinkdepsError when the tree is unknown, or when the lockfile or a
 * manifest is not what it should be: then no number can be trusted. `of` says whose tree it is: "abc1234:" for a commit.
 */
export function trustedGraph(project: ProjectTree, of = ""): PackageGraph {
  const problem = project.problems.find(({ kind, fatal }) => fatal || blocking.has(kind));
  if (problem !== undefined) {
    const kind = problem.kind.startsWith("lockfile") ? "lockfile" : "manifest";
    const place = { path: of + problem.path, ...(problem.line !== undefined && { line: problem.line }) };
    throw new ShrinkdepsError(kind, `the budget cannot be checked: ${problem.message}`, place);
  }
  if (!project.graph.known) {
    throw new ShrinkdepsError("lockfile", `the budget cannot be checked: ${of}${project.graph.reason}`);
  }
  return project.graph.graph;
}

const blocking: ReadonlySet<string> = new Set([
  "manifest-malformed",
  ...["lockfile-unsupported", "lockfile-malformed", "lockfile-out-of-step", "lockfile-missing"],
]);

/** Today's number for one limit. Megabytes, publishers and some install scripts are on disk alone, which takes a while. */
export function amountOf(
  limit: CountedLimit,
  scope: Pick<Scope, "packages" | "production" | "direct">,
  disk: Disk,
): Amount {
  const { packages, production, direct } = scope;
  switch (limit) {
    case "packages":
      return { amount: packages.length };
    case "production":
      return { amount: production.length };
    case "direct":
      return { amount: direct.size };
    case "installScripts":
      return installScripts(packages);
    case "megabytes":
      return megabytes(packages);
    case "duplicates":
      return { amount: countDuplicates(packages) };
    case "publishers":
      return publishers(packages, disk);
  }
}

/** How many versions there are beyond one of each name. Most names have one, so no set is made for each. */
function countDuplicates(packages: readonly PackageNode[]): number {
  const first = new Map<string, string | undefined>();
  const others = new Set<string>();
  for (const { name, version } of packages) {
    if (!first.has(name)) first.set(name, version);
    else if (first.get(name) !== version) others.add(`${name}@${version ?? ""}`);
  }
  return others.size;
}

/** The distinct versions there are of each name. */
export function versionsByName(packages: readonly PackageNode[]): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const { name, version } of packages) found.set(name, (found.get(name) ?? new Set()).add(version ?? ""));
  return found;
}

function installScripts(packages: readonly PackageNode[]): Amount {
  let amount = 0;
  for (const { name, installScript } of packages) {
    if (installScript === "unknown") {
      const reason = `the lockfile does not say whether ${name} has an install script, and it is not installed: install first, with scripts off`;
      return { unknown: reason };
    }
    if (installScript === true) amount += 1;
  }
  return { amount };
}

function megabytes(packages: readonly PackageNode[]): Amount {
  let total = 0;
  for (const { name, version, bytes, optional } of packages) {
    // A package for another platform is absent on purpose.
    if (bytes === undefined && !optional) {
      return { unknown: `${name} ${version ?? ""} is not installed, so its size is unknown: install first` };
    }
    total += bytes ?? 0;
  }
  return { amount: toMegabytes(total) };
}

function publishers(packages: readonly PackageNode[], disk: Disk): Amount {
  const reading = publishersOf(packages, disk);
  return "unknown" in reading ? reading : { amount: reading.publishers.size };
}

/** Bytes as megabytes of 1,000,000, to two places. */
export function toMegabytes(bytes: number): number {
  return Math.round(bytes / 10_000) / 100;
}

import type { DependencyReport } from "./analysis.ts";

/**
 * The dependencies that can go, best first: most packages freed per line changed, where the manifest's own line counts
 * as one. Of those of the same size the one comes first that rids the project of more: an install script, code that
 * starts other programs, a publisher who has nothing else in the tree. Those that need a person follow, by packages
 * freed; an unknown footprint comes last of its group.
 */
export function rankRemovable(dependencies: readonly DependencyReport[]): DependencyReport[] {
  return dependencies.filter((dependency) => dependency.removal !== "no").sort(compare);
}

/** Whether two removals free the same for the same effort, so that something else has to tell them apart. */
export function isEqualInSize(left: DependencyReport, right: DependencyReport): boolean {
  return compareSize(left, right) === 0;
}

function compare(left: DependencyReport, right: DependencyReport): number {
  return (
    compareSize(left, right) ||
    countReliefs(right) - countReliefs(left) ||
    compareText(left.name, right.name) ||
    compareText(left.workspace, right.workspace)
  );
}

function compareSize(left: DependencyReport, right: DependencyReport): number {
  return (
    Number(left.lines === undefined) - Number(right.lines === undefined) ||
    getGain(right) - getGain(left) ||
    (left.lines ?? 0) - (right.lines ?? 0)
  );
}

function getGain({ footprint, lines }: DependencyReport): number {
  return footprint.known ? footprint.packages.length / ((lines ?? 0) + 1) : 0;
}

/** Of the three, how many are known to go. */
function countReliefs({ footprint, relief }: DependencyReport): number {
  const scripts = footprint.known ? footprint.installScripts : [];
  return [scripts, relief?.childProcess, relief?.publishers].filter(
    (found) => found !== undefined && found !== "unknown" && found.length > 0,
  ).length;
}

/** By UTF-16 units, the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

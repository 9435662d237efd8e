import type { DependencyReport } from "../../analyze/analysis.ts";

/**
 * The dependencies that can go, best first: most packages freed per line changed, where the manifest's own line counts
 * as one. Those that need a person follow, by packages freed; an unknown footprint comes last of its group.
 */
export function rankRemovable(dependencies: readonly DependencyReport[]): DependencyReport[] {
  return dependencies.filter((dependency) => dependency.removal !== "no").sort(compare);
}

function compare(left: DependencyReport, right: DependencyReport): number {
  return (
    Number(left.lines === undefined) - Number(right.lines === undefined) ||
    getGain(right) - getGain(left) ||
    (left.lines ?? 0) - (right.lines ?? 0) ||
    compareText(left.name, right.name) ||
    compareText(left.workspace, right.workspace)
  );
}

function getGain({ footprint, lines }: DependencyReport): number {
  return footprint.known ? footprint.packages.length / ((lines ?? 0) + 1) : 0;
}

/** By UTF-16 units, the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

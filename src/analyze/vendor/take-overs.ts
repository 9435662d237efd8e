/** What `apply --vendor` could do about the dependencies that nothing replaces. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Project } from "../../project/project.ts";
import type { DependencyReport, TakeOver } from "../analysis.ts";
import { footprintOfSet } from "../footprint.ts";
import type { JudgeOptions } from "../judge.ts";
import { findVendorable } from "./vendorable.ts";

/** Those of the reported dependencies that stay otherwise, most packages freed first, then the fewest lines. */
export function findTakeOvers(
  project: Project,
  catalog: Catalog,
  reports: readonly DependencyReport[],
  options: JudgeOptions,
): TakeOver[] {
  const going = new Set(reports.filter(({ removal }) => isByItself(removal)).map(({ name }) => name));
  const among = new Set(reports.map(({ name }) => name).filter((name) => !going.has(name)));
  if (among.size === 0 || !project.graph.known) return [];
  const entries = project.manifests.flatMap(({ dependencies }) => dependencies);
  return findVendorable(project, catalog, { ...options, among })
    .able.map((one) => ({
      ...one,
      frees: footprintOfSet(
        project,
        entries.filter(({ name }) => name === one.name),
      ),
    }))
    .sort((left, right) => countOf(right) - countOf(left) || left.lines - right.lines);
}

function isByItself(removal: DependencyReport["removal"]): boolean {
  return removal === "automatic" || removal === "allowed";
}

function countOf({ frees }: TakeOver): number {
  return frees.known ? frees.packages.length : 0;
}

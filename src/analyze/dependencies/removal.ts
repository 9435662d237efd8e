import type { DependencyReport } from "../analysis.ts";
import type { Era } from "../../catalog/catalog.ts";
import { deviationsOf } from "../deviations.ts";
import type { JudgedUsage } from "../usage.ts";
import { isNodeModule } from "../verdicts/node-module.ts";

/** How a dependency with a recipe can go: by what its usages and its recipe's deviations allow. */
export function removalOf(
  era: Era,
  blocked: readonly string[],
  usages: readonly JudgedUsage[],
): DependencyReport["removal"] {
  if (blocked.length > 0 || usages.some(({ verdict }) => verdict.kind === "refuse")) return "manual";
  return deviationsOf(era.deviations, usages).some(({ severity }) => severity === "observable")
    ? "allowed"
    : "automatic";
}

/** Refusals of uses elsewhere that may change a package for the uses that are here. */
export function changesElsewhere(all: readonly JudgedUsage[], here: readonly JudgedUsage[]): readonly string[] {
  const own = new Set(here);
  return all.flatMap((usage) =>
    usage.verdict.kind === "refuse" && usage.verdict.everywhere === true && !own.has(usage)
      ? [`${usage.file}:${usage.line}:${usage.column}: ${usage.verdict.reason}`]
      : [],
  );
}

/** Whether everything that seems to use a package loads Node's module of that name in truth. */
export function isOwnOfNode(name: string, usages: readonly JudgedUsage[]): boolean {
  return isNodeModule(name) && usages.length > 0 && usages.every(({ verdict }) => verdict.kind === "own");
}

/** Lines of source that a removal touches: each line with a usage once. */
export function linesOf(usages: readonly JudgedUsage[]): number {
  const touched = usages.filter(({ verdict }) => verdict.kind !== "own");
  return new Set(touched.map(({ file, line }) => `${file}\0${line}`)).size;
}

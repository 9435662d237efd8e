import type { Deviation } from "../../recipe.ts";
import type { DependencyReport } from "../analysis.ts";
import type { Era } from "../../catalog/catalog.ts";
import type { JudgedUsage } from "../usage.ts";

/** How a dependency with a recipe can go: by what its usages and its recipe's deviations allow. */
export function removalOf(
  era: Era,
  blocked: readonly string[],
  usages: readonly JudgedUsage[],
): DependencyReport["removal"] {
  if (blocked.length > 0 || usages.some(({ verdict }) => verdict.kind === "refuse")) return "manual";
  return deviationsOf(era, usages).some(({ severity }) => severity === "observable") ? "allowed" : "automatic";
}

/** The deviations that these usages meet: those of the whole package, and those of an export that is used. */
export function deviationsOf(era: Era, usages: readonly JudgedUsage[]): readonly Deviation[] {
  const used = new Set(usages.map((usage) => usage.export));
  return era.deviations.filter(
    ({ exports }) => exports === undefined || used.has("*") || exports.some((name) => used.has(name)),
  );
}

/** Lines of source that a removal touches: each line with a usage once. */
export function linesOf(usages: readonly JudgedUsage[]): number {
  return new Set(usages.map(({ file, line }) => `${file}\0${line}`)).size;
}

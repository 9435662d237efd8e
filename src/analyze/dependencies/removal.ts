import type { DependencyReport } from "../analysis.ts";
import type { PackageJudgement } from "../judgement.ts";
import type { JudgedUsage } from "../usage.ts";

/** How a dependency with a recipe can go: by what its usages and its recipe's deviations allow. */
export function removalOf(judgement: PackageJudgement, usages: readonly JudgedUsage[]): DependencyReport["removal"] {
  if (judgement.recipe === undefined || judgement.blocked.length > 0) return "manual";
  if (usages.some(({ verdict }) => verdict.kind === "refuse")) return "manual";
  const observable = judgement.recipe.deviations.some(({ severity }) => severity === "observable");
  return observable ? "allowed" : "automatic";
}

/** Lines of source that a removal touches: each line with a usage once. */
export function linesOf(usages: readonly JudgedUsage[]): number {
  return new Set(usages.map(({ file, line }) => `${file}\0${line}`)).size;
}

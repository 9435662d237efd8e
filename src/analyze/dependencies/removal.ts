import type { DependencyReport } from "../analysis.ts";
import type { Era } from "../../catalog/catalog.ts";
import { deviationsOf } from "../deviations.ts";
import type { JudgedUsage } from "../usage.ts";

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

/** Lines of source that a removal touches: each line with a usage once. */
export function linesOf(usages: readonly JudgedUsage[]): number {
  return new Set(usages.map(({ file, line }) => `${file}\0${line}`)).size;
}

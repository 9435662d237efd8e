/** A plan for some workspaces alone: a dependency may go from one and stay in another. */
import type { PackageJudgement } from "../analyze/judge.ts";
import type { Dependency } from "../project/project.ts";

/**
 * What of a judgement needs an entry of these workspaces: usages in them, and usages of workspaces that do not list the
 * package, which get it from the root where that lists it and else from whichever workspace does.
 */
export function selectUsages(
  judged: PackageJudgement,
  direct: readonly Dependency[],
  workspaces: ReadonlySet<string>,
): PackageJudgement {
  const holders = new Set(direct.filter(({ name }) => name === judged.package).map(({ workspace }) => workspace));
  const isNeeding = ({ workspace }: { readonly workspace: string }): boolean => {
    if (holders.has(workspace)) return workspaces.has(workspace);
    return holders.has("") ? workspaces.has("") : [...holders].some((holder) => workspaces.has(holder));
  };
  return {
    ...judged,
    usages: judged.usages.filter(isNeeding),
    files: judged.files.filter(isNeeding),
    scripts: judged.scripts.filter(({ usage }) => isNeeding(usage)),
  };
}

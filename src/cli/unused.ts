/** What of a manifest no code uses. */
import type { Catalog } from "../catalog/catalog.ts";
import type { Project } from "../project/project.ts";
import type { PlanOptions } from "../rewrite/make-plan.ts";

/** What --unused takes, and what neither it nor a name may take, as a need is in doubt. */
export async function findUnused(
  project: Project,
  catalog: Catalog,
  workspaces: ReadonlySet<string> | undefined,
): Promise<Required<Pick<PlanOptions, "unused" | "doubts">>> {
  const { analyze } = await import("../analyze/analyze.ts");
  const { dependencies } = analyze(project, catalog, { ...(workspaces !== undefined && { workspaces }) });
  const idle = dependencies.filter(({ verdict }) => verdict === "unused").map(({ name }) => name);
  const doubted = dependencies.filter(({ verdict, usages }) => verdict === "keep" && usages.length === 0);
  return {
    unused: [...new Set(idle)],
    doubts: new Map(doubted.map(({ name, evidence }) => [name, evidence[0]?.text ?? "a need of it is in doubt"])),
  };
}

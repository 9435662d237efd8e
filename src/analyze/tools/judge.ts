/** Verdicts on what needs a package other than by code: npm scripts may be rewritten, the rest is for a person. */
import type { Catalog } from "../../catalog/catalog.ts";
import type { Project, RuntimeFloor } from "../../project/project.ts";
import { enter } from "../../steps.ts";
import { judgeScripts, type ScriptDecision } from "../scripts/judge.ts";
import type { JudgedUsage, Usage } from "../usage.ts";
import { findToolUsages } from "./find.ts";

const reasons: Readonly<Partial<Record<Usage["form"], string>>> = {
  config: "a configuration, or another file that is not rewritten, names it",
  workflow: "a workflow runs its command",
  dockerfile: "a Dockerfile runs its command",
  shell: "a shell script runs its command",
  peer: "a package that stays asks for it as a peer",
};

export interface JudgedTools {
  readonly usages: readonly JudgedUsage[];
  /** The decisions on those of them that stand in npm scripts. */
  readonly scripts: readonly ScriptDecision[];
}

/** Finds and judges the usages of `names` outside of code; `floorOf` gives what a workspace promises. */
export function judgeTools(
  project: Project,
  catalog: Catalog,
  names: ReadonlySet<string>,
  floorOf: (workspace: string) => RuntimeFloor,
): JudgedTools {
  enter("tools");
  const found = findToolUsages(project, names);
  const inScripts = found.filter(({ form }) => form === "script");
  const scripts = judgeScripts(project, catalog, inScripts, floorOf);
  const judged = new Map(inScripts.map((usage, index) => [usage, scripts[index]!.usage]));
  const usages = found.map((usage): JudgedUsage => {
    const reason = reasons[usage.form] ?? "is needed by its name";
    return judged.get(usage) ?? { ...usage, verdict: { kind: "refuse", reason } };
  });
  return { usages, scripts };
}

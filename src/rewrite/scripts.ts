/** The edits of npm scripts: each decided command of the packages that go, in the manifest's own text. */
import type { ScriptDecision } from "../analyze/scripts/judge.ts";
import type { Project } from "../project/project.ts";
import type { FilePlan } from "./plan.ts";
import { applyEdits } from "./removal.ts";

/** One plan for each manifest whose scripts change. What leaves its dependencies is told by the plan's removals. */
export function rewriteScripts(project: Project, decisions: readonly ScriptDecision[]): FilePlan[] {
  return project.manifests.flatMap(({ path, text }): FilePlan[] => {
    const own = decisions.filter(({ usage, edit }) => usage.file === path && edit !== undefined);
    if (own.length === 0) return [];
    const edits = own.flatMap(({ edit }) => (edit === undefined ? [] : [edit])).sort((a, b) => a.start - b.start);
    const packages = [...new Set(own.map(({ usage }) => usage.package))].sort();
    return [{ path, before: text, after: applyEdits(text, edits), edits, packages }];
  });
}

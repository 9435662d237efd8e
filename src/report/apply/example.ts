/** One use of a package as a reviewer sees it in the diff: the whole lines it stands on, before and after. */
import type { JudgedUsage } from "../../analyze/usage.ts";
import { changeOf } from "../../rewrite/line-changes.ts";
import type { FilePlan } from "../../rewrite/plan.ts";
import { useLines } from "../diff/change.ts";

/** Lines of a diff with their signs; where its import alone changes, the use stays as it was. */
export function exampleOf(usage: JudgedUsage, files: readonly FilePlan[]): string[] {
  const file = files.find(({ path }) => path === usage.file);
  const change = file === undefined ? usage.change : changeOf(usage, file);
  return useLines({ ...usage, ...(change !== undefined && { change }) }).map(({ sign, text }) => `${sign} ${text}`);
}

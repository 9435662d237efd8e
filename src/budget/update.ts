/** Today's numbers as new limits. */
import type { ProjectTree } from "../project/tree.ts";
import { checkBudget } from "./check.ts";
import { limitNames, readLimits, type Limits } from "./limits.ts";
import type { BudgetUpdate, LimitName } from "./result.ts";
import { setNumbers } from "./write.ts";

export interface UpdateOptions {
  /** Also raises limits that today's numbers exceed. */
  readonly force?: boolean;
}

/**
 * The settings file with today's numbers in it: each limit that is set, or, where none is, every limit that the lockfile
 * alone can check. A limit is raised only with `force`. Throws what `checkBudget` throws.
 */
export function updateBudget(project: ProjectTree, options: UpdateOptions = {}): BudgetUpdate {
  const limits = readLimits(project);
  const { measurements } = checkBudget(project);
  const changes: BudgetUpdate["changes"][number][] = [];
  const kept: BudgetUpdate["kept"][number][] = [];
  for (const { limit, allowed, actual } of measurements) {
    if (actual === undefined || actual === allowed) continue;
    if (allowed === undefined && limits.values.size > 0) continue;
    if (allowed !== undefined && actual > allowed && options.force !== true) kept.push({ limit, allowed, actual });
    else changes.push({ limit, from: allowed, to: actual });
  }
  return { file: changes.length === 0 ? undefined : fileOf(limits, changes), changes, kept };
}

function fileOf(limits: Limits, changes: BudgetUpdate["changes"]): BudgetUpdate["file"] {
  const { settings, text } = limits;
  const numbers = new Map<LimitName, number>();
  for (const name of limitNames) {
    const change = changes.find(({ limit }) => limit === name);
    if (change !== undefined) numbers.set(name, change.to);
  }
  return { path: settings.path, before: text, after: setNumbers(text, settings, numbers) };
}

/** Today's numbers as new limits, and the packages of today as the baseline. */
import type { ProjectTree } from "../project/tree.ts";
import { updateBaseline, type Acceptance } from "./accept.ts";
import type { Limits, ScopeLimits } from "./limits.ts";
import { measureAll } from "./measurements.ts";
import type { BudgetUpdate, FileChange, LimitChange, LimitName } from "./result.ts";
import { readSides } from "./sides.ts";
import { setNumbers, type NumberAt } from "./write.ts";

export interface UpdateOptions {
  /** Also raises limits that today's numbers exceed. */
  readonly force?: boolean;
  /** New packages to agree on. */
  readonly accept?: Acceptance;
  /** The day they are accepted, "2026-11-25"; today (UTC) when absent. */
  readonly today?: string;
}

/** The limits written where none is set: those that the tree alone tells. */
const first: readonly LimitName[] = ["packages", "production", "direct", "installScripts"];

/**
 * The settings with today's numbers in them: each limit that is set, or, where none is, the first ones. A limit is raised
 * only with `force`; the number of new packages is agreed by hand. The baseline loses what is gone, and gains only what is
 * accepted. Throws what `checkBudget` throws.
 */
export function updateBudget(project: ProjectTree, options: UpdateOptions = {}): BudgetUpdate {
  const sides = readSides(project, { ...(options.today !== undefined && { today: options.today }) });
  const { limits } = sides;
  const isFirst = limits.scopes.every(({ values }) => values.size === 0);
  const changes: LimitChange[] = [];
  const kept: BudgetUpdate["kept"][number][] = [];
  for (const { limit, workspace, allowed, actual } of measureAll(sides, { installScripts: isFirst }, true)) {
    if (limit === "newPackages" || actual === undefined || actual === allowed) continue;
    if (allowed === undefined && !(isFirst && first.includes(limit))) continue;
    if (allowed !== undefined && actual > allowed && options.force !== true)
      kept.push({ limit, workspace, allowed, actual });
    else changes.push({ limit, workspace, from: allowed, to: actual });
  }
  const { update: baseline, file } = updateBaseline(sides, options.accept);
  const settings = settingsFile(limits, changes);
  return { files: [file, settings].filter((one) => one !== undefined), changes, kept, baseline };
}

function settingsFile(limits: Limits, changes: readonly LimitChange[]): FileChange | undefined {
  if (changes.length === 0) return undefined;
  const { settings, text } = limits;
  const numbers = limits.scopes.flatMap((scope) => numbersOf(scope, changes));
  return { path: settings.path, before: text, after: setNumbers(text, numbers) };
}

function numbersOf({ workspace, path }: ScopeLimits, changes: readonly LimitChange[]): NumberAt[] {
  const own = changes.filter((change) => change.workspace === workspace);
  return own.map(({ limit, to }) => ({ path: [...path, limit], value: to }));
}

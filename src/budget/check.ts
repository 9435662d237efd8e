/** Checks a project against the limits it sets itself, and against what a team agreed on. */
import type { ProjectTree } from "../project/tree.ts";
import { goneFrom } from "./baseline.ts";
import { differenceOf } from "./difference.ts";
import { findingsOf } from "./findings.ts";
import { measureAll } from "./measurements.ts";
import { createNaming } from "./named.ts";
import type { BudgetResult } from "./result.ts";
import { isInForce } from "./rules.ts";
import { readSides, type BudgetOptions, type Sides } from "./sides.ts";

export type { BudgetOptions } from "./sides.ts";

/**
 * Every number beside its limit, and every finding. With a `base` the difference alone is judged: what was wrong before is
 * no finding. Throws a ShrinkdepsError when the settings are malformed, when a tree is unknown or a lockfile out of step,
 * and when a number that has a limit cannot be known: what cannot be checked is never fine.
 */
export function checkBudget(project: ProjectTree, options: BudgetOptions = {}): BudgetResult {
  const sides = readSides(project, options);
  const measurements = measureAll(sides, options);
  const name = createNaming(project, sides.now.graph);
  const findings = findingsOf(sides, measurements, name);
  const { limits, baseline, now, before } = sides;
  return {
    schema: 1,
    source: now.graph.source,
    settings: limits.settings.path,
    configured: isConfigured(sides),
    over: findings.length > 0,
    measurements,
    findings,
    baseline: baseline && {
      path: baseline.path,
      recorded: baseline.packages.size,
      gone: goneFrom(baseline, now.graph),
    },
    difference: before && differenceOf(now, before, name),
    exceptions: limits.allow
      .filter((rule) => isInForce(rule, sides.today))
      .map(({ pattern, expires, reason }) => ({ pattern, expires: expires ?? "", reason })),
  };
}

function isConfigured({ limits, baseline, before }: Sides): boolean {
  const hasLimits = limits.scopes.some(({ values }) => values.size > 0);
  return hasLimits || limits.deny.length > 0 || baseline !== undefined || before !== undefined;
}

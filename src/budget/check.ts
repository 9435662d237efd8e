/** Checks a project against the limits it sets itself. */
import { ShrinkdepsError } from "../errors.ts";
import type { ProjectTree } from "../project/tree.ts";
import { holdersOf } from "./holders.ts";
import { limitNames, placeOfLimit, readLimits } from "./limits.ts";
import { amountOf, trustedGraph } from "./measure.ts";
import type { BudgetResult, LimitName, Measurement } from "./result.ts";

export interface BudgetOptions {
  /** Counts megabytes even where no limit asks for it. */
  readonly megabytes?: boolean;
}

/**
 * Every number beside its limit. Throws a ShrinkdepsError when the settings are malformed, when the tree is unknown or the
 * lockfile out of step, and when a number that has a limit cannot be known: what cannot be checked is never fine.
 */
export function checkBudget(project: ProjectTree, options: BudgetOptions = {}): BudgetResult {
  const limits = readLimits(project);
  const graph = trustedGraph(project);
  const measured = (limit: LimitName): Measurement => {
    const allowed = limits.values.get(limit);
    const place = placeOfLimit(limits, limit);
    // Sizes are not in the lockfile: only a limit, or the caller, is worth a walk through node_modules.
    if (limit === "megabytes" && allowed === undefined && options.megabytes !== true) {
      return { limit, allowed, actual: undefined, over: 0, place, holders: [] };
    }
    const reading = amountOf(limit, project, graph);
    if ("unknown" in reading && allowed !== undefined) {
      throw new ShrinkdepsError("lockfile", `the limit "${limit}" cannot be checked: ${reading.unknown}`, {
        path: place?.path ?? limits.settings.path,
        ...(place !== undefined && { line: place.line }),
      });
    }
    const actual = "amount" in reading ? reading.amount : undefined;
    const over = Math.max(0, Math.round(((actual ?? 0) - (allowed ?? Infinity)) * 100) / 100);
    return { limit, allowed, actual, over, place, holders: over > 0 ? holdersOf(limit, project, graph) : [] };
  };
  const measurements = limitNames.map(measured);
  return {
    schema: 1,
    source: graph.source,
    settings: limits.settings.path,
    configured: limits.values.size > 0,
    over: measurements.some(({ over }) => over > 0),
    measurements,
  };
}

/** Every number beside its limit, for the project and for each workspace that has limits. */
import type { PackageNode } from "../project/graph.ts";
import { ShrinkdepsError } from "../errors.ts";
import { holdersOf } from "./holders.ts";
import { limitNames, placeOfLimit, type ScopeLimits } from "./limits.ts";
import { amountOf, type Amount, type CountedLimit } from "./measure.ts";
import type { LimitName, Measurement } from "./result.ts";
import type { Scope } from "./scope.ts";
import type { BudgetOptions, Side, Sides } from "./sides.ts";

/** What is on disk alone: counted where a limit, or the caller, asks for it. */
const costly: readonly LimitName[] = ["installScripts", "megabytes", "publishers"];

/**
 * Throws a ShrinkdepsError when a number that has a limit cannot be known; that of new packages may be unknown to an update
 * (`isUpdate`), which writes what they are compared with.
 */
export function measureAll(sides: Sides, options: BudgetOptions, isUpdate = false): Measurement[] {
  return sides.limits.scopes.flatMap((limits) => {
    const scope = sides.now.scopeOf(limits);
    // Of a workspace only what it limits is worth a line.
    const names = limits.workspace === undefined ? limitNames : limitNames.filter((name) => limits.values.has(name));
    return names.map((limit) => {
      return limit === "newPackages"
        ? measureNew(sides, limits, scope, isUpdate)
        : measure(limit, sides, limits, scope, options);
    });
  });
}

function measure(
  limit: CountedLimit,
  sides: Sides,
  limits: ScopeLimits,
  scope: Scope,
  options: BudgetOptions,
): Measurement {
  const { now, before } = sides;
  const allowed = limits.values.get(limit);
  const common = { limit, workspace: limits.workspace, allowed, place: placeOfLimit(sides.limits, limits, limit) };
  const isFree = !costly.includes(limit) || (limit === "installScripts" && now.graph.manager === "npm");
  const isAsked = allowed !== undefined || isFree || (limit === "installScripts" && options.installScripts === true);
  if (!isAsked) return { ...common, actual: undefined, before: undefined, over: 0, holders: [] };
  const reading = amountOf(limit, scope, now.project.disk);
  if ("unknown" in reading && allowed !== undefined) throw uncheckable(limit, sides, limits, reading.unknown);
  const actual = knownAmount(reading);
  const scopeBefore = before?.scopeOf(limits);
  const amountBefore =
    before && scopeBefore && (isFree || allowed !== undefined)
      ? knownAmount(amountOf(limit, scopeBefore, before.project.disk))
      : undefined;
  const excess = Math.max(0, Math.round(((actual ?? 0) - (allowed ?? Infinity)) * 100) / 100);
  const grows =
    before === undefined || hasGrown(limit, { now, scope, actual }, { scope: scopeBefore, amount: amountBefore });
  const over = grows ? excess : 0;
  const holders = over > 0 ? holdersOf(limit, now.project, scope) : [];
  return { ...common, actual, before: amountBefore, over, holders };
}

/** Where the number before cannot be known, it has grown when something of it is in what was added. */
function hasGrown(
  limit: CountedLimit,
  now: { readonly now: Side; readonly scope: Scope; readonly actual: number | undefined },
  before: { readonly scope: Scope | undefined; readonly amount: number | undefined },
): boolean {
  if (before.amount !== undefined) return (now.actual ?? 0) > before.amount;
  const key = ({ name, version }: PackageNode) => `${name}@${version ?? ""}`;
  const there = new Set(before.scope?.packages.map(key));
  const isAdded = (node: PackageNode) => !there.has(key(node));
  const added = { ...now.scope, packages: now.scope.packages.filter(isAdded) };
  if (limit === "publishers") {
    const kept = { ...now.scope, packages: now.scope.packages.filter((node) => !isAdded(node)) };
    return knownAmount(amountOf(limit, kept, now.now.project.disk)) !== now.actual;
  }
  return knownAmount(amountOf(limit, added, now.now.project.disk)) !== 0;
}

function measureNew(sides: Sides, limits: ScopeLimits, scope: Scope, isUpdate: boolean): Measurement {
  const limit = "newPackages";
  const written = limits.values.get(limit);
  const common = { limit, workspace: limits.workspace, before: undefined, holders: [] } as const;
  const place = placeOfLimit(sides.limits, limits, limit);
  if (sides.newcomers === undefined) {
    if (written === undefined || isUpdate) return { ...common, allowed: written, actual: undefined, over: 0, place };
    const reason = "there is nothing to compare with: record the packages with --update, or name a commit with --base";
    throw uncheckable(limit, sides, limits, reason);
  }
  const there = new Set(scope.packages);
  const actual = [...sides.newcomers.values()].filter((nodes) => nodes.some((node) => there.has(node))).length;
  // What was agreed by name, or by taking a commit as it was, is exceeded by one.
  const allowed = written ?? 0;
  return { ...common, allowed, actual, over: Math.max(0, actual - allowed), place };
}

function knownAmount(reading: Amount): number | undefined {
  return "amount" in reading ? reading.amount : undefined;
}

function uncheckable(limit: LimitName, sides: Sides, limits: ScopeLimits, reason: string): ShrinkdepsError {
  const place = placeOfLimit(sides.limits, limits, limit);
  return new ShrinkdepsError("lockfile", `the limit "${limit}" cannot be checked: ${reason}`, {
    path: place?.path ?? sides.limits.settings.path,
    ...(place !== undefined && { line: place.line }),
  });
}

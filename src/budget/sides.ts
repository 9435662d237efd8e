/** What a check stands on: the project, the commit it is compared with, and what the two were agreed to hold. */
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import { byIdentity } from "../project/identity.ts";
import type { BaseTree, ProjectTree } from "../project/tree.ts";
import { readBaseline, type Baseline } from "./baseline.ts";
import { readLimits, type Limits, type ScopeLimits } from "./limits.ts";
import { trustedGraph } from "./measure.ts";
import { isInForce, matchesRule } from "./rules.ts";
import { wholeScope, workspaceScope, type Scope } from "./scope.ts";

export interface BudgetOptions {
  /** Judges only what changed since. */
  readonly base?: BaseTree;
  /** Measures install scripts, which may take a look at every package, even where no limit asks for it. */
  readonly installScripts?: boolean;
  /** The day exceptions are held against, "2026-11-25"; today (UTC) when absent. */
  readonly today?: string;
}

/** One tree with its graph, cut to the whole project or to a workspace. */
export interface Side {
  readonly project: ProjectTree;
  readonly graph: PackageGraph;
  readonly whole: Scope;
  readonly scopeOf: (limits: ScopeLimits) => Scope;
}

export interface Sides {
  readonly limits: Limits;
  readonly baseline: Baseline | undefined;
  readonly today: string;
  readonly now: Side;
  readonly before: (Side & Pick<BaseTree, "ref" | "commit">) | undefined;
  /** Copies of the packages nobody agreed on, by identity; undefined when there is nothing to compare with. */
  readonly newcomers: ReadonlyMap<string, readonly PackageNode[]> | undefined;
}

/** Reads what a check stands on. Throws a ShrinkdepsError for malformed settings and for a tree that cannot be trusted. */
export function readSides(project: ProjectTree, options: BudgetOptions): Sides {
  const limits = readLimits(project);
  const baseline = readBaseline(project.disk);
  const today = options.today ?? new Date().toISOString().slice(0, 10);
  const exceptions = limits.allow.filter((rule) => isInForce(rule, today));
  const counts = (node: PackageNode) => !exceptions.some((rule) => matchesRule(rule, node));
  const now = sideOf(project, counts, "");
  const { base } = options;
  const before = base && { ...sideOf(base.tree, counts, `${base.ref}:`), ref: base.ref, commit: base.commit };
  return { limits, baseline, today, now, before, newcomers: newcomersOf(now, before, baseline) };
}

function sideOf(project: ProjectTree, counts: (node: PackageNode) => boolean, of: string): Side {
  const graph = trustedGraph(project, of);
  const whole = wholeScope(project, graph, counts);
  const scopeOf = ({ workspace }: ScopeLimits) =>
    workspace === undefined ? whole : workspaceScope(project, graph, workspace, counts);
  return { project, graph, whole, scopeOf };
}

function newcomersOf(now: Side, before: Side | undefined, baseline: Baseline | undefined): Sides["newcomers"] {
  if (before === undefined && baseline === undefined) return undefined;
  const there = before === undefined ? undefined : byIdentity([...before.graph.nodes.values()]);
  return new Map(
    [...byIdentity(now.whole.packages)].filter(
      ([identity]) => !there?.has(identity) && !baseline?.packages.has(identity),
    ),
  );
}

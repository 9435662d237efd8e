/** Plan → everything an apply writes, proved by the project's own type check. Nothing is written here. */
import { ShrinkdepsError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import type { Plan } from "../rewrite/plan.ts";
import { enter } from "../steps.ts";
import { changesOf, type Changes } from "./changes.ts";
import { formatChanges } from "./format.ts";
import { nextSteps } from "./next.ts";
import { prove, type PrepareOptions } from "./prove.ts";
import type { PutBack, Receipt } from "./receipt.ts";
import type { FileChange } from "./transaction/commit.ts";

export type { PrepareOptions } from "./prove.ts";

/** Everything an apply would write, and the receipt it would give. Making it writes nothing: a dry run stops here. */
export interface Prepared {
  /** The plan as it stands after packages were put back. */
  readonly plan: Plan;
  readonly changes: readonly FileChange[];
  readonly receipt: Receipt;
  /** Directories of installed packages that leave the tree ("node_modules/left-pad"). */
  readonly leaving: readonly string[];
}

/**
 * Computes every file an apply of `plan` writes: sources, formatted by the project's own Prettier where they were;
 * helper modules; manifests; lockfiles. Packages whose removal adds a diagnostic are put back through `replan`.
 * Throws `journal` on a project that an
 * interrupted apply left half-way, `verify` when there is no `replan` to put them back, `conflict`, `manifest` or `lockfile` as what is read asks.
 */
export async function prepare(project: Project, plan: Plan, options: PrepareOptions = {}): Promise<Prepared> {
  refuseInterrupted(project);
  const draft = async (from: Plan) => {
    const changes = changesOf(project, from);
    enter("format");
    const formatted = await formatChanges(project, changes.sources);
    return { plan: from, changes: { ...changes, sources: formatted.changes }, notes: formatted.notes };
  };
  const proof = await prove(project, await draft(plan), draft, options);
  const { changes, notes } = proof.draft;
  return {
    plan: proof.draft.plan,
    changes: [...changes.sources, ...changes.records].filter((change) => change.before !== change.after),
    receipt: receiptOf(project, proof.draft.plan, changes, proof.putBack, [
      ...notes,
      ...changes.notes,
      ...proof.notProved,
    ]),
    leaving: changes.directories,
  };
}

/** What an interrupted apply had written already looks like a project that never had the package. */
function refuseInterrupted(project: Project): void {
  if (!project.disk.exists(".shrinkdeps/journal.json")) return;
  throw new ShrinkdepsError("journal", "an earlier apply or undo was interrupted, or still runs", {
    path: ".shrinkdeps/journal.json",
    hint: "run `shrinkdeps undo` first; nothing was changed",
  });
}

function receiptOf(
  project: Project,
  plan: Plan,
  changes: Changes,
  putBack: readonly PutBack[],
  notProved: readonly string[],
): Receipt {
  const removed = [...new Set(plan.removals.map((removal) => removal.package))].sort();
  const files = [...changes.sources, ...changes.records].filter((change) => change.before !== change.after);
  const next = removed.length === 0 ? { commands: [], notProved: [] } : nextSteps(project);
  return {
    schema: 1,
    removed,
    partial: plan.packages.filter((one) => one.outcome === "partial").map((one) => one.package),
    putBack,
    freed: changes.freed,
    files: files.map(({ path, before }) => ({ path, change: before === undefined ? "created" : "modified" })),
    notProved: files.length === 0 ? [] : [...new Set([...notProved, ...next.notProved])],
    next: next.commands,
    installation: { kind: "left-alone" },
  };
}

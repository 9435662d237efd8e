/** Plan → files: everything in one transaction, proved by the project's own type check first. */
import type { Project } from "../project/project.ts";
import type { Plan } from "../rewrite/plan.ts";
import { changesOf, type Changes } from "./changes.ts";
import { formatChanges } from "./format.ts";
import { install, nextSteps } from "./next.ts";
import { prove, type PrepareOptions } from "./prove.ts";
import type { PutBack, Receipt } from "./receipt.ts";
import { commit, type FileChange } from "./transaction/commit.ts";

export type { PrepareOptions } from "./prove.ts";

export interface ApplyOptions extends PrepareOptions {
  /** Bring node_modules in step with npm, without running any script. */
  readonly install?: boolean;
}

/** Everything an apply would write, and the receipt it would give. Making it writes nothing: a dry run stops here. */
export interface Prepared {
  /** The plan as it stands after packages were put back. */
  readonly plan: Plan;
  readonly changes: readonly FileChange[];
  readonly receipt: Receipt;
}

/**
 * Computes every file an apply of `plan` writes: sources, formatted by the project's own Prettier where they were;
 * helper modules; manifests; npm's lockfiles. Packages whose removal adds a diagnostic are put back through `replan`.
 * Throws `verify` when there is no `replan` to put them back, `conflict`, `manifest` or `lockfile` as what is read asks.
 */
export async function prepare(project: Project, plan: Plan, options: PrepareOptions = {}): Promise<Prepared> {
  const draft = async (from: Plan) => {
    const changes = changesOf(project, from);
    const formatted = await formatChanges(project, changes.sources);
    return { plan: from, changes: { ...changes, sources: formatted.changes }, notes: formatted.notes };
  };
  const proof = await prove(project, await draft(plan), draft, options);
  const { changes, notes } = proof.draft;
  return {
    plan: proof.draft.plan,
    changes: [...changes.sources, ...changes.records].filter((change) => change.before !== change.after),
    receipt: receiptOf(project, proof.draft.plan, changes, proof.putBack, [...notes, ...proof.notProved]),
  };
}

/** Writes what was prepared, all or none, and returns the receipt. Where there is nothing to write, nothing is touched. */
export function write(project: Project, prepared: Prepared, options: { readonly install?: boolean } = {}): Receipt {
  const { changes, receipt } = prepared;
  const written = commit(project.root, changes, receipt.removed);
  if (options.install !== true || written.length === 0 || receipt.removed.length === 0) return receipt;
  const isNpm = receipt.next.every((command) => command.startsWith("npm "));
  const installation = isNpm
    ? install(project.root)
    : { kind: "failed" as const, command: receipt.next.join(", "), reason: "only npm is run by --install so far" };
  return { ...receipt, installation, next: installation.kind === "updated" ? [] : receipt.next };
}

/** `prepare`, then `write`. A second apply of an empty plan writes nothing, not even a journal. */
export async function apply(project: Project, plan: Plan, options: ApplyOptions = {}): Promise<Receipt> {
  return write(project, await prepare(project, plan, options), options);
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

/** Plan → files: everything in one transaction, proved by the project's own type check first. */
import { ShrinkdepsError } from "../errors.ts";
import type { Project } from "../project/project.ts";
import type { Plan } from "../rewrite/plan.ts";
import { enter } from "../steps.ts";
import { install } from "./next.ts";
import { prepare, type Prepared, type PrepareOptions } from "./prepare.ts";
import type { Receipt } from "./receipt.ts";
import { commit } from "./transaction/commit.ts";
import type { VerifyOptions } from "./verify/verify.ts";

export { prepare, type Prepared, type PrepareOptions } from "./prepare.ts";

export interface ApplyOptions extends PrepareOptions {
  /** Bring node_modules in step with the project's package manager, without running any script. */
  readonly install?: boolean;
  /** A command of the project's own that has to pass before and after; needs `replan`. */
  readonly verify?: Pick<VerifyOptions, "command" | "onRun" | "onOutput">;
}

/** Writes what was prepared, all or none, and returns the receipt. Where there is nothing to write, nothing is touched. */
export function write(project: Project, prepared: Prepared, options: { readonly install?: boolean } = {}): Receipt {
  enter("write");
  commit(project.root, prepared.changes, prepared.receipt.removed);
  return finish(project, prepared.receipt, options);
}

/** Brings node_modules in step with what was written, where that is asked for. */
export function finish(project: Project, receipt: Receipt, options: { readonly install?: boolean }): Receipt {
  if (options.install !== true || receipt.files.length === 0 || receipt.removed.length === 0) return receipt;
  const installation = install(project);
  return { ...receipt, installation, next: installation.kind === "updated" ? [] : receipt.next };
}

/**
 * `prepare`, then `write`. A second apply of an empty plan writes nothing, not even a journal. With `verify` only what its
 * command passes with is written; throws `verify` when that fails on the project as it is.
 */
export async function apply(project: Project, plan: Plan, options: ApplyOptions = {}): Promise<Receipt> {
  const prepared = await prepare(project, plan, options);
  if (options.verify === undefined || prepared.changes.length === 0) return write(project, prepared, options);
  const { replan, typeCheck } = options;
  if (replan === undefined) throw new TypeError("verify needs replan, to put packages back");
  const { writeVerified } = await import("./verify/verify.ts");
  const types = typeCheck === undefined ? {} : { typeCheck };
  const verified = await writeVerified(project, prepared, { ...options.verify, replan, ...types });
  if (verified.kind === "written") return finish(project, verified.receipt, options);
  throw new ShrinkdepsError("verify", `\`${options.verify.command}\` fails without any change: ${verified.reason}`, {
    hint: "nothing was changed",
  });
}

import type { Installation } from "../apply/receipt.ts";
import type { UndoResult } from "../apply/undo.ts";
import type { BudgetResult, BudgetUpdate } from "../budget/result.ts";
import type { Plan } from "../rewrite/plan.ts";

/** 0: fine. 1: findings. 2: could not run. */
export type ExitCode = 0 | 1 | 2;

/** What a command found, as far as its exit code depends on it. */
export type Finding =
  /** An analysis or an explanation: a report, whatever it says. */
  | { readonly kind: "report" }
  /** A plan for packages: those asked for by name must go; without names nothing was promised. */
  | { readonly kind: "plan"; readonly plan: Plan; readonly names: readonly string[]; readonly partial: boolean }
  /** What was left to do after writing a plan. */
  | { readonly kind: "installation"; readonly installation: Installation }
  /** Changes that wait for a yes, and nobody to ask. */
  | { readonly kind: "unconfirmed" }
  | { readonly kind: "budget"; readonly result: Pick<BudgetResult, "over"> }
  /** Limits and packages written; those that had to be forced or accepted stay out. */
  | { readonly kind: "budget-update"; readonly update: Pick<BudgetUpdate, "kept" | "baseline"> }
  /** Reports of other repositories, and how many of them are missing from the sum. */
  | { readonly kind: "fleet"; readonly unreadable: number }
  /** Findings of a severity, or a worse one, when that was asked for. */
  | { readonly kind: "audit"; readonly reached: boolean }
  /** What was taken back; files that somebody changed since are findings. */
  | { readonly kind: "undo"; readonly result: UndoResult };

/** The exit code of a command that ran. What stops one from running is a ShrinkdepsError, and 2. */
export function getExitCode(finding: Finding): ExitCode {
  switch (finding.kind) {
    case "report":
      return 0;
    case "plan":
      return findKept(finding.plan, finding.names, finding.partial).length > 0 ? 1 : 0;
    case "installation":
      return finding.installation.kind === "failed" ? 1 : 0;
    case "unconfirmed":
      return 2;
    case "budget":
      return finding.result.over ? 1 : 0;
    case "budget-update":
      return finding.update.kept.length > 0 || finding.update.baseline.refused.length > 0 ? 1 : 0;
    case "fleet":
      return finding.unreadable > 0 ? 1 : 0;
    case "audit":
      return finding.reached ? 1 : 0;
    case "undo":
      return finding.result.kind === "undone" && finding.result.files.some(({ kind }) => kind === "kept") ? 1 : 0;
  }
}

/** The packages asked for by name that do not go; with `partial` some of their uses going is enough. */
export function findKept(plan: Plan, names: readonly string[], partial: boolean): string[] {
  const handled = plan.packages
    .filter(({ outcome }) => outcome === "remove" || (partial && outcome === "partial"))
    .map((candidate) => candidate.package);
  return [...new Set(names)].filter((name) => !handled.includes(name));
}

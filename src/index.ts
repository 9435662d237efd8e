/**
 * The public API, which the commands use: read a project, hand it to a stage, and report or apply what comes back.
 *
 *     const project = readProject(".");
 *     const catalog = await readCatalog(["left-pad"]);
 *     const made = await plan(project, catalog, { packages: ["left-pad"] });
 *     if (made.packages.every(({ outcome }) => outcome === "remove")) await apply(project, made);
 */
export { readProject } from "./project/read.ts";
export { catalogOf, readCatalog } from "./catalog/read.ts";
export { analyze } from "./analyze/analyze.ts";
export { plan } from "./rewrite/make-plan.ts";
export { apply, prepare, write } from "./apply/apply.ts";
export { undo } from "./apply/undo.ts";
export { audit } from "./audit/audit.ts";
export { readTreeOfCommit } from "./project/git/base.ts";
export { checkBudget } from "./budget/check.ts";
export { updateBudget } from "./budget/update.ts";
export { defineRecipe, since } from "./recipe.ts";
export { describeError, ShrinkdepsError } from "./errors.ts";
export { reportAnalysis } from "./report/analysis/report.ts";
export { reportAudit } from "./report/audit/report.ts";
export { reportBudget } from "./report/budget/report.ts";
export { reportPlan } from "./report/plan/summary.ts";
export { renderDiff } from "./report/diff/diff.ts";
export { getExitCode } from "./report/exit.ts";

export type { Analysis, DependencyReport, Footprint, Totals } from "./analyze/analysis.ts";
export type { JudgedUsage, Usage, Verdict } from "./analyze/usage.ts";
export type { Receipt } from "./apply/receipt.ts";
export type { AuditResult, Finding } from "./audit/finding.ts";
export type { BudgetOptions } from "./budget/check.ts";
export type { BudgetResult, BudgetUpdate, Finding as BudgetFinding } from "./budget/result.ts";
export type { Catalog } from "./catalog/catalog.ts";
export type { Project } from "./project/project.ts";
export type { BaseTree } from "./project/tree.ts";
export type { Deviation, Floor, Recipe } from "./recipe.ts";
export type { PackagePlan, Plan } from "./rewrite/plan.ts";

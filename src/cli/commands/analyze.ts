import { Option } from "commander";
import type { Analysis } from "../../analyze/analysis.ts";
import type { AuditResult } from "../../audit/finding.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Project } from "../../project/project.ts";
import type { PlanOptions } from "../../rewrite/make-plan.ts";
import type { AnalysisFormat } from "../../report/analysis/report.ts";
import { ShrinkdepsError } from "../../errors.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import { enter } from "../../steps.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { openProject, recipeCodeOption, type RecipeOptions } from "../project.ts";
import { askRegistry } from "../online.ts";
import { findPrefix } from "../prefix.ts";
import { parseTarget } from "../target.ts";
import { filterOption, findWorkspaces, type FilterOptions } from "./filter.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface AnalyzeOptions extends DirectoryOptions, RecipeOptions, FilterOptions {
  readonly format: AnalysisFormat | "html";
  readonly json?: boolean;
  readonly target?: string;
  readonly compare?: string;
  readonly online?: boolean;
}

const formats: readonly AnalyzeOptions["format"][] = ["terminal", "json", "markdown", "sarif", "github", "html"];

export const addAnalyze: AddCommand = (program, io, finish) => {
  program
    .command("analyze")
    .description("which dependencies can go, what each removal frees, and where each is used")
    .addOption(new Option("--format <format>", "how to show it").choices(formats).default("terminal"))
    .option("--json", "the same as --format json")
    .option("--compare <file>", "show what changed since an earlier analyze --json instead")
    .option("--online", "with html and markdown: ask the configured registry for age, deprecation and the like, too")
    .option("--target <runtime>", "the lowest Node to support, whatever the manifests say", parseTarget)
    .addOption(filterOption())
    .addOption(recipeCodeOption())
    .addOption(directoryOption())
    .action((options: AnalyzeOptions) => finish(runAnalyze(options, io)));
};

async function runAnalyze(options: AnalyzeOptions, io: Io): Promise<ExitCode> {
  const { format, json, target, compare, online, cwd } = options;
  const shown = json === true ? "json" : format;
  if (online === true && ((shown !== "html" && shown !== "markdown") || compare !== undefined)) {
    throw new ShrinkdepsError("usage", "--online goes with --format html or markdown", {
      hint: "shrinkdeps audit --online has the same in every format",
    });
  }
  const { project, catalog } = await openProject(findDirectory(cwd, io), options);
  const workspaces = findWorkspaces(project, options);
  const asked = { ...(target !== undefined && { target }), ...(workspaces !== undefined && { workspaces }) };
  const showsChanges = compare === undefined && (shown === "json" || shown === "markdown" || shown === "html");
  const analysis = await analyzeWith(showsChanges, project, catalog, asked);
  const text =
    compare === undefined
      ? await render(project, analysis, shown, online === true, io)
      : await renderSince(compare, project, analysis, shown, io);
  io.stdout.write(text);
  return getExitCode({ kind: "report" });
}

/** Where a report shows what becomes of each use, everything that can go is planned as well, and nothing judged twice. */
async function analyzeWith(
  changes: boolean,
  project: Project,
  catalog: Catalog,
  asked: Pick<PlanOptions, "target" | "workspaces">,
): Promise<Analysis> {
  const { analyze, judgeDirect } = await import("../../analyze/analyze.ts");
  if (!changes) return analyze(project, catalog, asked);
  const judgement = judgeDirect(project, catalog, asked);
  const analysis = analyze(project, catalog, { ...asked, judgement });
  const { plan } = await import("../../rewrite/make-plan.ts");
  const { withChanges } = await import("../../rewrite/line-changes.ts");
  const packages = [
    ...new Set(analysis.dependencies.filter(({ removal }) => removal !== "no").map(({ name }) => name)),
  ];
  const made = await plan(project, catalog, { ...asked, judgement, packages, preview: true, allowDeviations: true });
  const dependencies = analysis.dependencies.map((one) => ({ ...one, usages: withChanges(one.usages, made) }));
  return { ...analysis, dependencies };
}

async function render(
  project: Project,
  analysis: Analysis,
  format: AnalyzeOptions["format"],
  online: boolean,
  io: Io,
): Promise<string> {
  const audit = await judge(project, online, io);
  if (format === "html") {
    const { packageTree } = await import("../../analyze/package-tree.ts");
    const { renderPage } = await import("../../report/page/page.ts");
    enter("report");
    return renderPage({ analysis, tree: packageTree(project), audit });
  }
  const { reportAnalysis } = await import("../../report/analysis/report.ts");
  enter("report");
  const prefix = format === "sarif" || format === "github" ? await findPrefix(project.root) : "";
  return reportAnalysis(analysis, format, { ...getTextOptions(io), prefix, audit });
}

async function judge(project: Project, online: boolean, io: Io): Promise<AuditResult> {
  const { audit } = await import("../../audit/audit.ts");
  const offline = audit(project);
  return online ? await askRegistry(project, offline, io) : offline;
}

async function renderSince(
  path: string,
  project: Project,
  analysis: Analysis,
  format: AnalyzeOptions["format"],
  io: Io,
): Promise<string> {
  if (format !== "terminal" && format !== "json" && format !== "markdown") {
    throw new ShrinkdepsError("usage", "--compare is shown as terminal text, json or markdown");
  }
  const { createDisk } = await import("../../project/disk.ts");
  const { compareAnalyses } = await import("../../analyze/compare.ts");
  const { readSavedAnalysis } = await import("../../analyze/saved.ts");
  const { reportComparison } = await import("../../report/comparison/report.ts");
  const { readSavedChecks } = await import("../../audit/saved.ts");
  const { compareFindings } = await import("../../audit/since.ts");
  const before = readSavedAnalysis(createDisk(io.cwd), path);
  const earlier = readSavedChecks(before.supplyChain);
  const supplyChain = earlier === undefined ? null : compareFindings(earlier, (await judge(project, false, io)).checks);
  enter("report");
  return reportComparison({ ...compareAnalyses(before, analysis), supplyChain }, format, getTextOptions(io));
}

import type { Analysis, DependencyReport } from "../../analyze/analysis.ts";
import { auditDocument } from "../audit/json.ts";
import { stableJson } from "../text/json.ts";
import { compareText } from "../../analyze/rank.ts";
import type { AnalysisOptions } from "./report.ts";

/** The whole analysis as JSON, as analysis.schema.json describes it, its lists in an order that depends on nothing else. */
export function renderAnalysisJson(analysis: Analysis, { audit }: AnalysisOptions): string {
  const sorted: Analysis = {
    ...analysis,
    dependencies: analysis.dependencies.map(sortUsages).sort(compareDependencies),
    problems: [...analysis.problems].sort(
      (left, right) => compareText(left.path, right.path) || (left.line ?? 0) - (right.line ?? 0),
    ),
  };
  return stableJson({ ...sorted, ...(audit !== undefined && { supplyChain: auditDocument(audit) }) });
}

function sortUsages(dependency: DependencyReport): DependencyReport {
  const usages = [...dependency.usages].sort(
    (left, right) => compareText(left.file, right.file) || left.start - right.start || left.end - right.end,
  );
  return { ...dependency, usages };
}

function compareDependencies(left: DependencyReport, right: DependencyReport): number {
  return (
    compareText(left.workspace, right.workspace) ||
    compareText(left.name, right.name) ||
    compareText(left.kind, right.kind)
  );
}

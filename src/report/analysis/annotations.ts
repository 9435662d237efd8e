import type { Analysis } from "../../analyze/analysis.ts";
import { describeSum as describeSupplyChain } from "../audit/words.ts";
import { writeAnnotations } from "../notices/annotations.ts";
import { allNoticesOf } from "./notices.ts";
import type { AnalysisOptions } from "./report.ts";
import { describeSum } from "./sum.ts";

/** The analysis as workflow commands of GitHub Actions: the sums, what the audit found, what keeps a dependency, and what can go. */
export function renderAnalysisAnnotations(analysis: Analysis, options: AnalysisOptions): string {
  const { audit } = options;
  const sum = describeSum(analysis) + (audit === undefined ? "" : `\nSupply chain: ${describeSupplyChain(audit)}`);
  return writeAnnotations("shrinkdeps", { sum, ...allNoticesOf(analysis, options) });
}

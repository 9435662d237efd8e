import type { Analysis } from "../../analyze/analysis.ts";
import { writeSarif } from "../notices/sarif.ts";
import { allNoticesOf } from "./notices.ts";
import type { AnalysisOptions } from "./report.ts";

/** The analysis as SARIF 2.1.0, for code scanning, with what the audit found where there is one. */
export function renderAnalysisSarif(analysis: Analysis, options: AnalysisOptions): string {
  return writeSarif(allNoticesOf(analysis, options));
}

import type { Analysis } from "../../analyze/analysis.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { writeSarif } from "../notices/sarif.ts";
import { noticesOf, ruleWords } from "./notices.ts";

/** The analysis as SARIF 2.1.0, for code scanning. */
export function renderAnalysisSarif(analysis: Analysis, { prefix = "" }: NoticeOptions): string {
  return writeSarif({ rules: ruleWords, notices: noticesOf(analysis, prefix) });
}

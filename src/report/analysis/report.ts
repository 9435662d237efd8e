import type { Analysis } from "../../analyze/analysis.ts";
import type { AuditResult } from "../../audit/finding.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { plainText, type TextOptions } from "../options.ts";
import { renderAnalysisAnnotations } from "./annotations.ts";
import { renderAnalysisJson } from "./json.ts";
import { renderAnalysisMarkdown } from "./markdown.ts";
import { renderAnalysisSarif } from "./sarif.ts";
import { renderAnalysis } from "./terminal.ts";

export interface AnalysisOptions extends NoticeOptions {
  /** The supply chain: a section of terminal and markdown, a property of json, results of sarif and github. */
  readonly audit?: AuditResult;
}

const renderers = {
  terminal: renderAnalysis,
  json: renderAnalysisJson,
  markdown: renderAnalysisMarkdown,
  sarif: renderAnalysisSarif,
  github: renderAnalysisAnnotations,
} as const satisfies Record<string, (analysis: Analysis, options: TextOptions & AnalysisOptions) => string>;

export type AnalysisFormat = keyof typeof renderers;

/**
 * The analysis as text that ends with a line break. Colours and width matter to the terminal format alone, the prefix to
 * sarif and github.
 */
export function reportAnalysis(
  analysis: Analysis,
  format: AnalysisFormat,
  options: Partial<TextOptions> & AnalysisOptions = {},
): string {
  return renderers[format](analysis, { ...plainText, ...options });
}

import type { Analysis } from "../../analyze/analysis.ts";
import { plainText, type TextOptions } from "../options.ts";
import { renderAnalysisJson } from "./json.ts";
import { renderAnalysisMarkdown } from "./markdown.ts";
import { renderAnalysis } from "./terminal.ts";

const renderers = {
  terminal: renderAnalysis,
  json: renderAnalysisJson,
  markdown: renderAnalysisMarkdown,
} as const satisfies Record<string, (analysis: Analysis, options: TextOptions) => string>;

export type AnalysisFormat = keyof typeof renderers;

/** The analysis as text that ends with a line break. Colours and width matter to the terminal format alone. */
export function reportAnalysis(analysis: Analysis, format: AnalysisFormat, options: TextOptions = plainText): string {
  return renderers[format](analysis, options);
}

import type { BudgetResult } from "../../budget/result.ts";
import type { NoticeOptions } from "../notices/notice.ts";
import { plainText, type TextOptions } from "../options.ts";

export type BudgetReportOptions = Partial<TextOptions> & NoticeOptions;

type Render = (result: BudgetResult, options: TextOptions & NoticeOptions) => string;

/** Each is loaded when it is asked for: a check has no time for the others. */
const renderers = {
  terminal: async () => (await import("./terminal.ts")).renderBudget,
  json: async () => (await import("../text/json.ts")).stableJson,
  markdown: async () => (await import("./markdown.ts")).renderBudgetMarkdown,
  github: async () => (await import("./annotations.ts")).renderBudgetAnnotations,
  gitlab: async () => (await import("./gitlab.ts")).renderBudgetCodeQuality,
  sarif: async () => (await import("./sarif.ts")).renderBudgetSarif,
  junit: async () => (await import("./junit.ts")).renderBudgetJunit,
} as const satisfies Record<string, () => Promise<Render>>;

export type BudgetFormat = keyof typeof renderers;

export const budgetFormats: readonly BudgetFormat[] = [
  "terminal",
  "json",
  "markdown",
  "github",
  "gitlab",
  "sarif",
  "junit",
];

/** The result of a budget check as text that ends with a line break; JSON as budget.schema.json describes it. */
export async function reportBudget(
  result: BudgetResult,
  format: BudgetFormat,
  options: BudgetReportOptions = {},
): Promise<string> {
  const render: Render = await renderers[format]();
  return render(result, { ...plainText, ...options });
}

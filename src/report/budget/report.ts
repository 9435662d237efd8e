import type { BudgetResult } from "../../budget/result.ts";
import { plainText, type TextOptions } from "../options.ts";

export interface BudgetReportOptions extends Partial<TextOptions> {
  /** The project's directory in its repository, "apps/shop/", for the formats whose paths start there; "" when absent. */
  readonly prefix?: string;
}

type Render = (result: BudgetResult, options: BudgetReportOptions & TextOptions) => string;

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

import type { BudgetResult } from "../../budget/result.ts";
import { plainText, type TextOptions } from "../options.ts";
import { stableJson } from "../text/json.ts";
import { renderBudgetAnnotations } from "./annotations.ts";
import { renderBudgetMarkdown } from "./markdown.ts";
import { renderBudget } from "./terminal.ts";

const renderers = {
  terminal: renderBudget,
  json: stableJson,
  markdown: renderBudgetMarkdown,
  github: renderBudgetAnnotations,
} as const satisfies Record<string, (result: BudgetResult, options: TextOptions) => string>;

export type BudgetFormat = keyof typeof renderers;

/** The result of a budget check as text that ends with a line break. */
export function reportBudget(result: BudgetResult, format: BudgetFormat, options: TextOptions = plainText): string {
  return renderers[format](result, options);
}

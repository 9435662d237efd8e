import type { BudgetUpdate } from "../../budget/result.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint } from "../text/paint.ts";
import { formatNumber } from "../text/quantity.ts";
import { limitWords } from "./words.ts";

/** What an update of the budget wrote, and which limits it left alone. */
export function reportBudgetUpdate({ file, changes, kept }: BudgetUpdate, options: TextOptions): string {
  const heading = file === undefined ? "The budget is as it was." : `Wrote the budget to ${printable(file.path)}.`;
  const lines = changes.map(({ limit, from, to }) => {
    return `  ${limitWords[limit]}: ${from === undefined ? "" : `${formatNumber(from)} → `}${formatNumber(to)}`;
  });
  const stay = kept.map(({ limit, allowed, actual }) => {
    return `  ${limitWords[limit]} stay at ${formatNumber(allowed)}; today it is ${formatNumber(actual)}`;
  });
  const forced = stay.length === 0 ? [] : ["No limit is raised without --force:", ...stay];
  return `${[createPaint(options.color)("bold", heading), ...lines, ...forced].join("\n")}\n`;
}

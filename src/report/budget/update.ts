import type { BudgetUpdate } from "../../budget/result.ts";
import type { TextOptions } from "../options.ts";
import { createPaint } from "../text/paint.ts";
import { formatNumber } from "../text/quantity.ts";
import { indentText } from "../text/section.ts";
import { limitWords } from "./words.ts";

/** What an update of the budget wrote, and which limits it left alone. */
export function reportBudgetUpdate({ file, changes, kept }: BudgetUpdate, options: TextOptions): string {
  const paint = createPaint(options.color);
  const lines = changes.map(({ limit, from, to }) => {
    return `  ${limitWords[limit]}: ${from === undefined ? "" : `${formatNumber(from)} → `}${formatNumber(to)}`;
  });
  const heading = file === undefined ? "The budget is as it was." : `Wrote the budget to ${file.path}.`;
  const raised = kept.flatMap(({ limit, allowed, actual }) =>
    indentText(
      `${limitWords[limit]} stay at ${formatNumber(allowed)} though there are ${formatNumber(actual)} today: an update never raises a limit without --force`,
      2,
      options.columns,
    ),
  );
  return `${[paint("bold", heading), ...lines, ...raised].join("\n")}\n`;
}

import type { BudgetResult, Measurement } from "../../budget/result.ts";
import { codeSpan, escapeMarkdown, markdownTable } from "../text/markdown.ts";
import { formatNumber } from "../text/quantity.ts";
import { describeExcess, describeHolders, formatLimitPlace, limitWords } from "./words.ts";

/** The budget as Markdown, for a job summary. */
export function renderBudgetMarkdown(result: BudgetResult): string {
  const exceeded = result.measurements.filter(({ over }) => over > 0);
  const sections = [
    [`## ${describeOutcome(result, exceeded)}`],
    markdownTable(["", "today", "agreed", "over"], result.measurements.map(toRow), [1, 2, 3]),
    exceeded.map((measurement) => `- ${describe(measurement)}`),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function describeOutcome({ configured, settings }: BudgetResult, exceeded: readonly Measurement[]): string {
  if (!configured) return `No budget is set in ${codeSpan(settings)}`;
  return exceeded.length === 0 ? "Within budget" : "Over budget";
}

function toRow({ limit, actual, allowed, over }: Measurement): string[] {
  return [
    limitWords[limit],
    actual === undefined ? "unknown" : formatNumber(actual),
    allowed === undefined ? "" : formatNumber(allowed),
    over > 0 ? formatNumber(over) : "",
  ];
}

function describe(measurement: Measurement): string {
  const { holders, place } = measurement;
  const who = holders.length === 0 ? "" : `; ${escapeMarkdown(describeHolders(holders))}`;
  return describeExcess(measurement) + who + (place === undefined ? "" : ` (${codeSpan(formatLimitPlace(place))})`);
}

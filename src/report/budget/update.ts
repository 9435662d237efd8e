import type { BudgetUpdate } from "../../budget/result.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint } from "../text/paint.ts";
import { countOf, formatNumber, joinWords } from "../text/quantity.ts";
import { describeCost, formatChain, formatPackage, nameOfLimit } from "./words.ts";

/** What an update of the budget wrote, which limits it left alone, and which packages it did not take in. */
export function reportBudgetUpdate({ files, changes, kept, baseline }: BudgetUpdate, options: TextOptions): string {
  const heading =
    files.length === 0
      ? "The budget is as it was."
      : `Wrote the budget to ${printable(joinWords(files.map(({ path }) => path)))}.`;
  const numbers = changes.map((change) => {
    const { from, to } = change;
    return `  ${nameOfLimit(change)}: ${from === undefined ? "" : `${formatNumber(from)} → `}${formatNumber(to)}`;
  });
  const stay = kept.map((limit) => {
    return `  ${nameOfLimit(limit)} stay at ${formatNumber(limit.allowed)}; today it is ${formatNumber(limit.actual)}`;
  });
  const forced = stay.length === 0 ? [] : ["No limit is raised without --force:", ...stay];
  const lines = [...numbers, ...listBaseline(baseline), ...forced, ...listRefused(baseline)].map(printable);
  return `${[createPaint(options.color)("bold", heading), ...lines].join("\n")}\n`;
}

function listBaseline({ created, recorded, removed, accepted }: BudgetUpdate["baseline"]): string[] {
  return [
    ...(created ? [`  ${countOf(recorded, "package")} recorded by name`] : []),
    ...removed.map((identity) => `  - ${identity}`),
    ...accepted.map((identity) => `  + ${identity}`),
  ];
}

function listRefused({ refused }: BudgetUpdate["baseline"]): string[] {
  if (refused.length === 0) return [];
  const lines = refused.map((named) => {
    const way = named.chain === undefined || named.chain.packages.length < 2 ? "" : `; ${formatChain(named.chain)}`;
    return `  ${formatPackage(named)}: ${describeCost(named)}${way}`;
  });
  return ['No package is added without --accept <package> --reason "…":', ...lines];
}

import type { BudgetResult, Measurement } from "../../budget/result.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf, formatNumber } from "../text/quantity.ts";
import { indentText, listCommands } from "../text/section.ts";
import { layOutTable, type Column } from "../text/table.ts";
import { describeExcess, describeHolders, formatLimitPlace, limitWords } from "./words.ts";

/** The budget for a terminal: within or over, each number beside its limit, who holds most, and what to do. */
export function renderBudget(result: BudgetResult, options: TextOptions): string {
  const paint = createPaint(options.color);
  const exceeded = result.measurements.filter(({ over }) => over > 0);
  const sections = [
    [renderHeading(result, exceeded, paint)],
    renderTable(result.measurements, options, paint),
    exceeded.flatMap((measurement) => renderExcess(measurement, options)),
    renderNext(result, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderHeading(result: BudgetResult, exceeded: readonly Measurement[], paint: Paint): string {
  if (!result.configured)
    return paint("bold", `No budget is set in ${printable(result.settings)}; nothing was checked.`);
  const limits = countOf(result.measurements.filter(({ allowed }) => allowed !== undefined).length, "limit");
  if (exceeded.length === 0) return paint("bold", `Within budget: ${limits}, read from ${printable(result.source)}.`);
  const [first] = exceeded;
  const what = exceeded.length === 1 && first ? describeExcess(first) : `${exceeded.length} of ${limits} exceeded`;
  return paint("red", paint("bold", `Over budget: ${what}.`));
}

const columns: readonly Column[] = [
  { title: "", align: "left" },
  { title: "today", align: "right" },
  { title: "agreed", align: "right" },
  { title: "", align: "left" },
];

function renderTable(measurements: readonly Measurement[], options: TextOptions, paint: Paint): string[] {
  const shown = measurements.filter(({ actual, allowed }) => actual !== undefined || allowed !== undefined);
  const rows = shown.map(({ limit, actual, allowed, over }) => [
    limitWords[limit],
    actual === undefined ? "unknown" : formatNumber(actual),
    allowed === undefined ? "-" : formatNumber(allowed),
    over > 0 ? `${formatNumber(over)} over` : "",
  ]);
  const [titles = "", ...lines] = layOutTable(columns, rows, options.columns);
  return [
    paint("dim", titles),
    ...lines.map((line, index) => ((shown[index]?.over ?? 0) > 0 ? paint("red", line) : line)),
  ];
}

/** "packages (package.json:31): express alone holds 48, mocha 31 and tap 9". */
function renderExcess({ limit, holders, place }: Measurement, options: TextOptions): string[] {
  const where = place === undefined ? "" : ` (${formatLimitPlace(place)})`;
  const who = holders.length === 0 ? "no dependency holds any alone" : describeHolders(holders);
  return indentText(printable(`${limitWords[limit]}${where}: ${who}`), 2, options.columns);
}

function renderNext(result: BudgetResult, paint: Paint): string[] {
  if (!result.configured) {
    return [paint("bold", "Next"), ...listCommands([["shrinkdeps budget --update", "agree on today's numbers"]])];
  }
  if (!result.over) return [];
  return [
    paint("bold", "Next"),
    ...listCommands([
      ["shrinkdeps analyze", "what can go"],
      ["shrinkdeps budget --update --force", "agree on more"],
    ]),
  ];
}

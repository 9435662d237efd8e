import type { BudgetResult, Finding, Measurement } from "../../budget/result.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf, formatNumber } from "../text/quantity.ts";
import { indentText, listCommands } from "../text/section.ts";
import { layOutTable, type Column } from "../text/table.ts";
import { listDifference, listNew } from "./packages.ts";
import { describeFinding, describeHolders, describeOutcome, formatLimitPlace, nameOfLimit } from "./words.ts";

/** The budget for a terminal: within or over, each number beside its limit, who holds most, and what to do. */
export function renderBudget(result: BudgetResult, options: TextOptions): string {
  const paint = createPaint(options.color);
  const sections = [
    [renderHeading(result, paint)],
    renderTable(result, options, paint),
    renderExcesses(result.findings, options),
    listNew(result.findings, options, paint),
    listDifference(result.difference, options, paint),
    renderBaseline(result),
    renderNext(result, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderHeading(result: BudgetResult, paint: Paint): string {
  const heading = paint("bold", printable(describeOutcome(result)));
  return result.findings.length === 0 ? heading : paint("red", heading);
}

function renderTable({ measurements, difference }: BudgetResult, options: TextOptions, paint: Paint): string[] {
  const isCompared = difference !== undefined;
  const columns: Column[] = [
    { title: "", align: "left" },
    ...(isCompared ? [{ title: "before", align: "right" } as const] : []),
    { title: "today", align: "right" },
    { title: "agreed", align: "right" },
    { title: "", align: "left" },
  ];
  const shown = measurements.filter(({ actual, allowed }) => actual !== undefined || allowed !== undefined);
  const rows = shown.map((measurement) => {
    const { actual, before, allowed, over } = measurement;
    return [
      printable(nameOfLimit(measurement)),
      ...(isCompared ? [before === undefined ? "-" : formatNumber(before)] : []),
      actual === undefined ? "unknown" : formatNumber(actual),
      allowed === undefined ? "-" : formatNumber(allowed),
      over > 0 ? `${formatNumber(over)} over` : (actual ?? 0) > (allowed ?? Infinity) ? "over before" : "",
    ];
  });
  const [titles = "", ...lines] = layOutTable(columns, rows, options.columns);
  return [
    paint("dim", titles),
    ...lines.map((line, index) => ((shown[index]?.over ?? 0) > 0 ? paint("red", line) : line)),
  ];
}

/** "packages (package.json:31): express alone holds 48, mocha 31 and tap 9". */
function renderExcesses(findings: readonly Finding[], options: TextOptions): string[] {
  return findings.flatMap((finding) => {
    if (finding.kind === "new") return [];
    const text = finding.kind === "limit" ? describeLimit(finding.measurement) : describeRule(finding);
    return indentText(printable(text), 2, options.columns);
  });
}

function describeLimit(measurement: Measurement): string {
  const { limit, holders, place } = measurement;
  const where = place === undefined ? "" : ` (${formatLimitPlace(place)})`;
  const who = describeHolders(holders, limit);
  const none =
    limit === "direct" || limit === "publishers" || limit === "newPackages" ? "" : "no dependency holds any alone";
  return [nameOfLimit(measurement) + where, who || none].filter((part) => part !== "").join(": ");
}

function describeRule(finding: Exclude<Finding, { kind: "limit" | "new" }>): string {
  return `${describeFinding(finding)} (${formatLimitPlace(finding.place)})`;
}

function renderBaseline({ baseline, exceptions }: BudgetResult): string[] {
  const gone = baseline?.gone.length ?? 0;
  return [
    ...(gone === 0
      ? []
      : [
          `  ${countOf(gone, "package")} of ${baseline?.path ?? ""} ${gone === 1 ? "is" : "are"} gone; --update takes ${gone === 1 ? "it" : "them"} out`,
        ]),
    ...exceptions.map(({ pattern, expires }) => printable(`  ${pattern} is not counted until ${expires}`)),
  ];
}

function renderNext({ configured, findings, baseline }: BudgetResult, paint: Paint): string[] {
  if (!configured) {
    return [paint("bold", "Next"), ...listCommands([["shrinkdeps budget --update", "agree on today's numbers"]])];
  }
  if (findings.length === 0) return [];
  const hasLimit = findings.some(({ kind }) => kind === "limit");
  const accepts = acceptable(findings).map((name) => `--accept ${name}`);
  const accept = printable(`shrinkdeps budget --update ${accepts.join(" ")} --reason "…"`);
  const commands: readonly (readonly [string, string])[] = [
    ["shrinkdeps analyze", "what can go"],
    ...(hasLimit ? [["shrinkdeps budget --update --force", "agree on more"] as const] : []),
    ...(accepts.length > 0 ? [[accept, "agree on it and what it brings"] as const] : []),
  ];
  const isFirst = accepts.length > 0 && baseline === undefined;
  const note = isFirst ? ["  The first time, every package there is gets recorded."] : [];
  return [paint("bold", "Next"), ...listCommands(commands), ...note];
}

const acceptsShown = 3;

/** The new packages that bring the others: of each chain the first that is new. A command to copy holds plain names only. */
function acceptable(findings: readonly Finding[]): string[] {
  const added = findings.flatMap((finding) => (finding.kind === "new" ? [finding.package] : []));
  const names = new Set(added.map(({ name }) => name));
  const first = added.map(({ name, chain }) => {
    return chain?.packages.map((one) => one.replace(/(?<=.)@[^@]*$/, "")).find((one) => names.has(one)) ?? name;
  });
  const plain = first.filter((name) => /^(?:@[\w.-]+\/)?[\w.-]+$/.test(name));
  return [...new Set(plain)].slice(0, acceptsShown);
}

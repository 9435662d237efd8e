import type { BudgetResult, Difference, Measurement, NamedPackage } from "../../budget/result.ts";
import { codeSpan, escapeMarkdown, markdownTable } from "../text/markdown.ts";
import { countOf, formatBytes, formatNumber } from "../text/quantity.ts";
import { describeFinding, formatChain, formatLimitPlace, nameOfLimit, placeOfFinding } from "./words.ts";

/** The budget as Markdown, for a job summary, a comment or a file. */
export function renderBudgetMarkdown(result: BudgetResult): string {
  const { findings, difference } = result;
  const sections = [
    [`## ${describeOutcome(result)}`],
    markdownTable(
      difference === undefined ? ["", "today", "agreed", "over"] : ["", "before", "today", "agreed", "over"],
      result.measurements
        .filter(({ actual, allowed }) => actual !== undefined || allowed !== undefined)
        .map((measurement) => toRow(measurement, difference !== undefined)),
      difference === undefined ? [1, 2, 3] : [1, 2, 3, 4],
    ),
    findings.map((finding) => {
      const place = placeOfFinding(finding);
      const where = place === undefined ? "" : ` (${codeSpan(formatLimitPlace(place))})`;
      return `- ${escapeMarkdown(describeFinding(finding))}${where}`;
    }),
    ...(difference === undefined ? [] : renderDifference(difference)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function describeOutcome({ configured, settings, findings }: BudgetResult): string {
  if (!configured) return `No budget is set in ${codeSpan(settings)}`;
  return findings.length === 0 ? "Within budget" : "Over budget";
}

function toRow(measurement: Measurement, isCompared: boolean): string[] {
  const { actual, before, allowed, over } = measurement;
  return [
    escapeMarkdown(nameOfLimit(measurement)),
    ...(isCompared ? [before === undefined ? "" : formatNumber(before)] : []),
    actual === undefined ? "unknown" : formatNumber(actual),
    allowed === undefined ? "" : formatNumber(allowed),
    over > 0 ? formatNumber(over) : "",
  ];
}

function renderDifference({ ref, commit, added, removed, gainedScripts }: Difference): string[][] {
  const counts = `adds ${countOf(added.length, "package")} and removes ${countOf(removed.length, "package")}`;
  return [
    [`Since ${codeSpan(ref)} (${codeSpan(commit.slice(0, 12))}) this change ${counts}.`],
    added.length === 0 ? [] : packageTable("added", added),
    gainedScripts.length === 0 ? [] : packageTable("runs an install script now", gainedScripts),
    removed.length === 0
      ? []
      : markdownTable(
          ["removed", "versions"],
          removed.map(({ identity, versions }) => [codeSpan(identity), escapeMarkdown(versions.join(", "))]),
        ),
  ];
}

function packageTable(title: string, packages: readonly NamedPackage[]): string[] {
  return markdownTable(
    [title, "versions", "size", "install script", "brought by"],
    packages.map(({ identity, versions, bytes, installScript, chain }) => [
      codeSpan(identity),
      escapeMarkdown(versions.join(", ")),
      bytes === undefined ? "unknown" : formatBytes(bytes),
      { true: "yes", false: "no", unknown: "unknown" }[`${installScript}`],
      chain === undefined ? "" : codeSpan(formatChain(chain)),
    ]),
    [2],
  );
}

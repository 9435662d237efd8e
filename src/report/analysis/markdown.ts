import type { Analysis, DependencyReport } from "../../analyze/analysis.ts";
import type { AuditResult } from "../../audit/finding.ts";
import { supplyChainSection } from "../audit/section.ts";
import { changedLines } from "../diff/change.ts";
import { codeSpan, elementText, escapeMarkdown, fencedDiff, markdownTable } from "../text/markdown.ts";
import { countOf, formatBytes, formatNumber } from "../text/quantity.ts";
import { removalWords, wordsOf } from "../words.ts";
import { rankRemovable } from "../../analyze/rank.ts";
import { formatPlace, groupRefusals } from "./refusals.ts";
import { describeSum } from "./sum.ts";
import { describeTree } from "./tree.ts";

/** The analysis as Markdown, for a job summary, an issue or a pull request. */
export function renderAnalysisMarkdown(analysis: Analysis, { audit }: { readonly audit?: AuditResult } = {}): string {
  const ranked = rankRemovable(analysis.dependencies);
  const sections = [
    [`## Dependencies of ${codeSpan(analysis.name)}`],
    [`**${escapeMarkdown(describeSum(analysis))}**`],
    analysis.graph.known ? [] : [`Packages freed are unknown: ${escapeMarkdown(analysis.graph.reason)}`],
    ranked.length === 0 ? [] : markdownTable(titles, ranked.map(toRow), [2, 3, 4]),
    ...ranked.map(listRefusals),
    listChanges(ranked),
    ...describeTree(analysis, 10, 4).flatMap(({ title, lines }) => [
      [`### ${title}`],
      lines.map((line) => `- ${escapeMarkdown(line)}`),
    ]),
    ...(audit === undefined ? [] : supplyChainSection(audit)),
    analysis.problems.length === 0 ? [] : ["### Problems"],
    analysis.problems.map(
      ({ path, line, message }) =>
        `- ${codeSpan(line === undefined ? path : `${path}:${line}`)} ${escapeMarkdown(message)}`,
    ),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

const titles = ["package", "why", "frees", "size", "lines", "removal", "instead"];

function toRow(dependency: DependencyReport): string[] {
  const { name, workspace, footprint, lines, removal, replacement } = dependency;
  return [
    codeSpan(name) + (workspace === "" ? "" : ` in ${codeSpan(workspace)}`),
    wordsOf(dependency),
    footprint.known ? formatNumber(footprint.packages.length) : "unknown",
    footprint.known && footprint.bytes !== undefined ? formatBytes(footprint.bytes) : "unknown",
    lines === undefined ? "unknown" : formatNumber(lines),
    removalWords[removal],
    replacement === undefined ? "" : codeSpan(replacement),
  ];
}

function listRefusals({ name, usages }: DependencyReport): string[] {
  const refusals = groupRefusals(usages);
  if (refusals.length === 0) return [];
  return [
    `### What stands in the way of ${codeSpan(name)}`,
    "",
    ...refusals.flatMap(({ reason, usages: places }) => [
      `- ${escapeMarkdown(reason)}`,
      ...places.map((usage) => `  - ${codeSpan(formatPlace(usage))} ${codeSpan(usage.excerpt)}`),
    ]),
  ];
}

/** How many uses of one package are shown before the rest are counted. */
const usesShown = 10;

/** Every use whose lines change, before and after, behind a line to open for each package. */
function listChanges(ranked: readonly DependencyReport[]): string[] {
  const blocks = ranked.flatMap(({ name, workspace, usages }) => {
    const changes = usages.flatMap(({ change, ...usage }) => (change === undefined ? [] : [{ usage, change }]));
    if (changes.length === 0) return [];
    const more = changes.length - usesShown;
    const place = workspace === "" ? "" : ` in ${elementText(workspace)}`;
    return [
      `<details><summary>${elementText(name)}${place}: ${countOf(changes.length, "use")}</summary>`,
      ...changes
        .slice(0, usesShown)
        .flatMap(({ usage, change }) => [
          "",
          codeSpan(formatPlace(usage)),
          "",
          ...fencedDiff(changedLines(change).map(({ sign, text }) => `${sign} ${text}`)),
        ]),
      ...(more > 0 ? ["", `And ${more} more.`] : []),
      "",
      "</details>",
      "",
    ];
  });
  return blocks.length === 0 ? [] : ["### What becomes of each use", "", ...blocks.slice(0, -1)];
}

import type { ComparedEntry, Comparison } from "../../analyze/compare.ts";
import { severities, type Finding } from "../../audit/finding.ts";
import { placeOf } from "../audit/terminal.ts";
import { severityTitles } from "../audit/words.ts";
import { indentText } from "../text/section.ts";
import { plainText, type TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { stableJson } from "../text/json.ts";
import { codeSpan, escapeMarkdown } from "../text/markdown.ts";
import { createPaint } from "../text/paint.ts";
import { countOf } from "../text/quantity.ts";
import { removalWords } from "../words.ts";

/** What was compared: the dependencies, and the facts of both audits; those are null where the earlier report has none. */
export interface ComparisonReport extends Comparison {
  readonly supplyChain: { readonly gained: readonly Finding[]; readonly lost: readonly Finding[] } | null;
}

const renderers = {
  terminal: renderComparison,
  json: stableJson,
  markdown: renderComparisonMarkdown,
} as const satisfies Record<string, (comparison: ComparisonReport, options: TextOptions) => string>;

export type ComparisonFormat = keyof typeof renderers;

/** What changed since an earlier analysis, as text that ends with a line break. */
export function reportComparison(
  result: ComparisonReport,
  format: ComparisonFormat,
  options: TextOptions = plainText,
): string {
  return renderers[format](result, options);
}

function renderComparison(result: ComparisonReport, options: TextOptions): string {
  const paint = createPaint(options.color);
  const lines = sectionsOf(result).flatMap(([title, entries, facts]) => [
    "",
    paint("bold", title),
    ...entries.map(({ name, note }) => `  ${printable(name)}${note === "" ? "" : `  ${paint("dim", note)}`}`),
    ...facts.flatMap((finding) => [
      ...indentText(printable(describeFinding(finding)), 2, options.columns),
      `    ${printable(finding.subject)}  ${paint("dim", printable(placeOf(finding)))}`,
    ]),
  ]);
  if (result.supplyChain === null) lines.push("", ...indentText(`${unknownFacts}.`, 0, options.columns));
  return `${[paint("bold", describe(result)), ...lines].join("\n")}\n`;
}

function renderComparisonMarkdown(result: ComparisonReport): string {
  const lines = sectionsOf(result).flatMap(([title, entries, facts]) => [
    "",
    `### ${title}`,
    "",
    ...entries.map(({ name, note }) => `- ${codeSpan(name)}${note === "" ? "" : `: ${escapeMarkdown(note)}`}`),
    ...facts.map(
      (finding) =>
        `- ${codeSpan(finding.subject)} (${codeSpan(placeOf(finding))}): ${escapeMarkdown(describeFinding(finding))}`,
    ),
  ]);
  if (result.supplyChain === null) lines.push("", `${unknownFacts}.`);
  return `${[`## ${describe(result)}`, ...lines].join("\n")}\n`;
}

const unknownFacts = "The earlier report has no facts of the supply chain to compare with";

type Section = readonly [
  title: string,
  entries: readonly { readonly name: string; readonly note: string }[],
  facts: readonly Finding[],
];

function sectionsOf({ gone, added, changed, supplyChain }: ComparisonReport): Section[] {
  const toAct = (facts: readonly Finding[] = []): readonly Finding[] =>
    severities.slice(0, -1).flatMap((severity) => facts.filter((finding) => finding.severity === severity));
  const all: Section[] = [
    ["Gone", gone.map((entry) => ({ name: nameOf(entry), note: "" })), []],
    [
      "New",
      added.map((entry) => ({
        name: nameOf(entry),
        note: entry.removal === "no" ? "" : `can go, ${removalWords[entry.removal]}`,
      })),
      [],
    ],
    [
      "Judged otherwise",
      changed.map((entry) => ({
        name: nameOf(entry),
        note: `${removalWords[entry.before.removal]} before, ${removalWords[entry.now.removal]} now`,
      })),
      [],
    ],
    ["New in the supply chain", [], toAct(supplyChain?.gained)],
    ["No longer in the supply chain", [], toAct(supplyChain?.lost)],
  ];
  return all.filter(([, entries, facts]) => entries.length + facts.length > 0);
}

function describeFinding({ severity, message }: Finding): string {
  return `${severityTitles[severity]}: ${message}`;
}

/** "2 entries gone, 1 new: 140 packages before, 22 now." */
function describe({ packages, gone, added }: Comparison): string {
  const count = ({ length }: readonly unknown[]): string => countOf(length, "dependency", "dependencies");
  const { before, now } = packages;
  const tree =
    before === null || now === null
      ? "how many packages there are is not known for both"
      : `${countOf(before, "package")} before, ${now} now`;
  return `${capitalize(count(gone))} gone, ${added.length === 0 ? "none" : added.length} new: ${tree}.`;
}

function nameOf({ name, workspace }: ComparedEntry): string {
  return workspace === "" ? name : `${name} (${workspace})`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

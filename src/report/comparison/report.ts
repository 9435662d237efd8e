import type { ComparedEntry, Comparison } from "../../analyze/compare.ts";
import { plainText, type TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { stableJson } from "../text/json.ts";
import { codeSpan, escapeMarkdown } from "../text/markdown.ts";
import { createPaint } from "../text/paint.ts";
import { countOf } from "../text/quantity.ts";
import { removalWords } from "../words.ts";

const renderers = {
  terminal: renderComparison,
  json: stableJson,
  markdown: renderComparisonMarkdown,
} as const satisfies Record<string, (comparison: Comparison, options: TextOptions) => string>;

export type ComparisonFormat = keyof typeof renderers;

/** What changed since an earlier analysis, as text that ends with a line break. */
export function reportComparison(
  result: Comparison,
  format: ComparisonFormat,
  options: TextOptions = plainText,
): string {
  return renderers[format](result, options);
}

function renderComparison(result: Comparison, options: TextOptions): string {
  const paint = createPaint(options.color);
  const lines = sectionsOf(result).flatMap(([title, entries]) => [
    "",
    paint("bold", title),
    ...entries.map(({ entry, note }) => `  ${printable(nameOf(entry))}${note === "" ? "" : `  ${paint("dim", note)}`}`),
  ]);
  return `${[paint("bold", describe(result)), ...lines].join("\n")}\n`;
}

function renderComparisonMarkdown(result: Comparison): string {
  const lines = sectionsOf(result).flatMap(([title, entries]) => [
    "",
    `### ${title}`,
    "",
    ...entries.map(
      ({ entry, note }) => `- ${codeSpan(nameOf(entry))}${note === "" ? "" : `: ${escapeMarkdown(note)}`}`,
    ),
  ]);
  return `${[`## ${describe(result)}`, ...lines].join("\n")}\n`;
}

type Section = readonly [title: string, entries: readonly { readonly entry: ComparedEntry; readonly note: string }[]];

function sectionsOf({ gone, added, changed }: Comparison): Section[] {
  const all: Section[] = [
    ["Gone", gone.map((entry) => ({ entry, note: "" }))],
    [
      "New",
      added.map((entry) => ({ entry, note: entry.removal === "no" ? "" : `can go, ${removalWords[entry.removal]}` })),
    ],
    [
      "Judged otherwise",
      changed.map((entry) => ({
        entry,
        note: `${removalWords[entry.before.removal]} before, ${removalWords[entry.now.removal]} now`,
      })),
    ],
  ];
  return all.filter(([, entries]) => entries.length > 0);
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

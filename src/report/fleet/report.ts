import type { Fleet, FleetPackage } from "../../analyze/fleet.ts";
import { plainText, type TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { stableJson } from "../text/json.ts";
import { codeSpan, escapeMarkdown, markdownTable } from "../text/markdown.ts";
import { createPaint } from "../text/paint.ts";
import { countOf, formatNumber } from "../text/quantity.ts";
import { indentText } from "../text/section.ts";
import { layOutTable, type Column } from "../text/table.ts";

const renderers = {
  terminal: renderFleet,
  json: stableJson,
  markdown: renderFleetMarkdown,
} as const satisfies Record<string, (fleet: Fleet, options: TextOptions) => string>;

export type FleetFormat = keyof typeof renderers;

/** Many analyses as one table, as text that ends with a line break. */
export function reportFleet(fleet: Fleet, format: FleetFormat, options: TextOptions = plainText): string {
  return renderers[format](fleet, options);
}

const titles = ["package", "used in", "can leave", "automatically", "frees", "lines"];
const columns: readonly Column[] = titles.map((title, index) => ({ title, align: index === 0 ? "left" : "right" }));

function renderFleet(fleet: Fleet, options: TextOptions): string {
  const paint = createPaint(options.color);
  const heading = paint("bold", describe(fleet));
  const lost = fleet.unreadable.flatMap(({ path, message }) =>
    indentText(printable(`${path}: ${message}`), 2, options.columns),
  );
  const partial = lost.length === 0 ? [] : ["", paint("bold", describeUnreadable(fleet)), ...lost];
  if (fleet.packages.length === 0) return `${[heading, ...partial].join("\n")}\n`;
  const rows = fleet.packages.map((one) => [printable(one.name), ...numbersOf(one)]);
  const [head = "", ...lines] = layOutTable(columns, rows, options.columns);
  return `${[heading, "", paint("dim", head), ...lines, ...partial].join("\n")}\n`;
}

function renderFleetMarkdown(fleet: Fleet): string {
  const rows = fleet.packages.map((one) => [codeSpan(one.name), ...numbersOf(one)]);
  const table = rows.length === 0 ? [] : ["", ...markdownTable(titles, rows, [1, 2, 3, 4, 5])];
  const lost = fleet.unreadable.map(({ path, message }) => `- ${codeSpan(path)}: ${escapeMarkdown(message)}`);
  const partial = lost.length === 0 ? [] : ["", `### ${describeUnreadable(fleet)}`, "", ...lost];
  return `${[`## ${describe(fleet)}`, ...table, ...partial].join("\n")}\n`;
}

function describeUnreadable({ unreadable }: Fleet): string {
  return `Not counted: ${countOf(unreadable.length, "report")} that cannot be read`;
}

function describe({ packages, repositories }: Fleet): string {
  const where = countOf(repositories.length, "repository", "repositories");
  return packages.length === 0
    ? `No direct dependency of ${where} can go.`
    : `${countOf(packages.length, "package")} could leave ${where}.`;
}

function numbersOf({ repositories, removable, automatic, frees, unknown, lines }: FleetPackage): string[] {
  const freed =
    unknown === 0 ? formatNumber(frees) : unknown === removable.length ? "unknown" : `${formatNumber(frees)}+`;
  return [repositories.length, removable.length, automatic.length].map(formatNumber).concat(freed, formatNumber(lines));
}

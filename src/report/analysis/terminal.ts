import type { Analysis, DependencyReport } from "../../analyze/analysis.ts";
import type { AuditResult } from "../../audit/finding.ts";
import { summarizeSupplyChain } from "../audit/section.ts";
import type { TextOptions } from "../options.ts";
import { getWidth, printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf, formatBytes, formatNumber, joinWords } from "../text/quantity.ts";
import { indentText, listCommands } from "../text/section.ts";
import { layOutTable, type Column } from "../text/table.ts";
import { removalWords, wordsOf } from "../words.ts";
import { rankRemovable } from "../../analyze/rank.ts";
import { renderObstacles } from "./obstacles.ts";
import { describeSum } from "./sum.ts";
import { describeTree } from "./tree.ts";

/** The analysis for a terminal: the sum, the ranked table, what refuses, problems, and what to type next. */
export function renderAnalysis(analysis: Analysis, options: TextOptions & { readonly audit?: AuditResult }): string {
  const paint = createPaint(options.color);
  const ranked = rankRemovable(analysis.dependencies);
  const sections = [
    renderSum(analysis, options, paint),
    listCommands(listNext(ranked).slice(0, 1)),
    renderTable(ranked, analysis.workspaces.length > 1, options, paint),
    renderObstacles(ranked, options, paint),
    renderAdvice(analysis, options, paint),
    ...describeTree(analysis, 3, 1).map(({ title, lines }) => [
      paint("bold", title),
      ...lines.flatMap((line) => indentText(printable(line), 2, options.columns)),
    ]),
    renderSupplyChain(options, paint),
    renderProblems(analysis, options, paint),
    renderNext(ranked, paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderSum(analysis: Analysis, options: TextOptions, paint: Paint): string[] {
  const sum = describeSum(analysis);
  const clauses = getWidth(sum) <= options.columns ? [sum] : sum.split(/(?<=;) /);
  const lines = clauses
    .flatMap((clause, index) => indentText(clause, index === 0 ? 0 : 2, options.columns))
    .map((line) => paint("bold", line));
  if (!analysis.graph.known) {
    const reason = printable(analysis.graph.reason);
    return [...lines, ...indentText(`Packages freed are unknown: ${reason}`, 0, options.columns)];
  }
  const { packages, freedAutomatically, automatic } = analysis.totals;
  if (packages === undefined) return lines;
  const freed = freedAutomatically.known ? freedAutomatically.packages.length : undefined;
  const after =
    automatic === 0 || freed === undefined ? "" : `, ${formatNumber(packages - freed)} after the automatic ones`;
  return [...lines, paint("dim", `${countOf(packages, "package")} in ${analysis.graph.source} today${after}`)];
}

const columns: readonly Column[] = [
  { title: "package", align: "left" },
  { title: "why", align: "left" },
  { title: "frees", align: "right" },
  { title: "size", align: "right" },
  { title: "lines", align: "right" },
  { title: "instead", align: "left" },
];

function renderTable(
  ranked: readonly DependencyReport[],
  several: boolean,
  options: TextOptions,
  paint: Paint,
): string[] {
  if (ranked.length === 0) return [];
  const rows = ranked.map((dependency) => [
    printable(dependency.name + (several && dependency.workspace !== "" ? ` (${dependency.workspace})` : "")),
    dependency.verdict,
    dependency.footprint.known ? formatNumber(dependency.footprint.packages.length) : "unknown",
    dependency.footprint.known && dependency.footprint.bytes !== undefined
      ? formatBytes(dependency.footprint.bytes)
      : "unknown",
    describeEffort(dependency),
    printable(dependency.replacement ?? (dependency.verdict === "unused" ? "nothing" : "")),
  ]);
  const [titles = "", ...lines] = layOutTable(columns, rows, options.columns);
  return [paint("dim", titles), ...lines.map((line, index) => paintRow(line, ranked[index], paint))];
}

/** "4", "4 (allow)" where deviations have to be allowed, "by hand". */
function describeEffort({ removal, lines }: DependencyReport): string {
  if (removal === "manual") return removalWords.manual;
  const count = lines === undefined ? "unknown" : formatNumber(lines);
  return removal === "allowed" ? `${count} (allow)` : count;
}

function paintRow(line: string, dependency: DependencyReport | undefined, paint: Paint): string {
  return dependency?.removal === "automatic" ? paint("green", line) : line;
}

function renderAdvice({ dependencies }: Analysis, options: TextOptions, paint: Paint): string[] {
  const advised = dependencies.filter(({ removal, verdict }) => removal === "no" && verdict !== "keep");
  if (advised.length === 0) return [];
  const said = [...new Set(advised.map(wordsOf))].sort();
  return [
    paint("bold", "Worth a look"),
    ...said.flatMap((words) => {
      const names = advised.filter((dependency) => wordsOf(dependency) === words).map(({ name }) => printable(name));
      return indentText(`${joinWords([...new Set(names)].sort())}: ${words}`, 2, options.columns);
    }),
  ];
}

/** Only what is to be acted on: the rest is for who asks. */
function renderSupplyChain(options: TextOptions & { readonly audit?: AuditResult }, paint: Paint): string[] {
  const lines = options.audit === undefined ? [] : summarizeSupplyChain(options.audit);
  if (lines.length === 0) return [];
  return [
    paint("bold", "Supply chain"),
    ...[...lines, "shrinkdeps audit tells where, and what to do"].flatMap((line) =>
      indentText(line, 2, options.columns),
    ),
  ];
}

function renderProblems({ problems, graph }: Analysis, options: TextOptions, paint: Paint): string[] {
  const lines = problems.map(({ path, line, message }) => {
    const place = line === undefined ? path : `${path}:${line}`;
    return place === "" ? message : `${place}: ${message}`;
  });
  // Why the graph is unknown stands at the top already.
  const untold = lines.filter((text) => graph.known || text !== graph.reason);
  if (untold.length === 0) return [];
  return [paint("bold", "Problems"), ...untold.flatMap((text) => indentText(printable(text), 2, options.columns))];
}

function renderNext(ranked: readonly DependencyReport[], paint: Paint): string[] {
  const commands = listNext(ranked);
  return commands.length === 0 ? [] : [paint("bold", "Next"), ...listCommands(commands)];
}

/** What to type, with what it does; the first is the one to begin with, and stands at the top as well. */
function listNext(ranked: readonly DependencyReport[]): readonly (readonly [command: string, purpose: string])[] {
  const automatic = ranked.find(({ removal, verdict }) => removal === "automatic" && verdict !== "unused");
  const allowed = ranked.find(({ removal }) => removal === "allowed");
  const unused = ranked.find(({ removal, verdict }) => removal === "automatic" && verdict === "unused");
  const manual = ranked.find(({ removal }) => removal === "manual");
  const commands: [string, string][] = [];
  if (automatic) commands.push(["shrinkdeps apply --dry-run", "show every change, write nothing"]);
  if (automatic) commands.push(["shrinkdeps apply", "ask, then make them"]);
  if (unused) commands.push(["shrinkdeps apply --unused", "remove what nothing uses, too"]);
  if (allowed) commands.push([`shrinkdeps apply ${quote(allowed.name)} --allow-deviations`, "accept what differs"]);
  if (manual) commands.push([`shrinkdeps explain ${quote(manual.name)}`, "every use and what to do about it"]);
  return commands;
}

/** A name as one word of a command line. */
function quote(name: string): string {
  return /^[\w@./-]+$/.test(name) ? name : `'${printable(name).replaceAll("'", "'\\''")}'`;
}

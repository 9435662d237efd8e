import type { PutBack } from "../../apply/receipt.ts";
import type { PackagePlan, Plan } from "../../rewrite/plan.ts";
import { formatPlace, groupRefusals } from "../analysis/refusals.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf, joinWords } from "../text/quantity.ts";
import { renderPutBack } from "./put-back.ts";
import { indentText } from "../text/section.ts";
import { layOutTable, type Column } from "../text/table.ts";
import { outcomeWords, severityOrder, severityWords } from "../words.ts";

/**
 * What a plan does: what goes, what stays and why with every refusal, and which behaviour differs afterwards. `putBack`
 * are packages that are not in the plan any more, because the project's type check refused their removal.
 */
export function reportPlan(plan: Plan, options: TextOptions, putBack: readonly PutBack[] = []): string {
  const paint = createPaint(options.color);
  const sections = [
    renderGoing(plan, options, paint),
    renderStaying(plan, "partial", options, paint),
    renderStaying(plan, "stay", options, paint),
    renderPutBack(putBack, "without which the project would not type check", options, paint),
    renderDeviations(plan, options, paint),
  ].filter((lines) => lines.length > 0);
  if (sections.length === 0) return "Nothing to remove.\n";
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

const columns: readonly Column[] = [
  { title: "package", align: "left" },
  { title: "uses", align: "right" },
  { title: "instead", align: "left" },
];

function renderGoing(plan: Plan, options: TextOptions, paint: Paint): string[] {
  const going = plan.packages.filter(({ outcome }) => outcome === "remove");
  if (going.length === 0) return [];
  const types = plan.removals.filter((removal) => removal.name !== removal.package).map(({ name }) => name);
  const rows = going.map(({ package: name, usages, replacement }) => [
    printable(name),
    String(usages.length),
    printable(replacement ?? "nothing"),
  ]);
  const [titles = "", ...lines] = layOutTable(columns, rows, options.columns);
  const scripts = plan.files.filter(({ path }) => /(?:^|\/)package\.json$/.test(path));
  const commands = scripts.reduce((total, { edits }) => total + edits.length, 0);
  const sources = plan.files.length - scripts.length;
  const files = [
    ...(sources > 0 || commands === 0 ? [`${countOf(sources, "source file")} changed`] : []),
    ...(commands > 0 ? [`${countOf(commands, "command")} of npm scripts rewritten`] : []),
    ...(plan.newFiles.length > 0 ? [`${countOf(plan.newFiles.length, "helper")} added`] : []),
    ...(types.length > 0 ? [`${joinWords([...new Set(types)].sort())} removed with it`] : []),
  ];
  const heading = `${outcomeWords.remove}: ${countOf(going.length, "package")}; ${printable(files.join(", "))}`;
  return [
    ...indentText(heading, 0, options.columns).map((line) => paint("bold", line)),
    paint("dim", titles),
    ...lines.map((line) => paint("green", line)),
  ];
}

function renderStaying(plan: Plan, outcome: "partial" | "stay", options: TextOptions, paint: Paint): string[] {
  const staying = plan.packages.filter((candidate) => candidate.outcome === outcome);
  if (staying.length === 0) return [];
  return [
    paint("bold", `${outcomeWords[outcome]}: ${countOf(staying.length, "package")}`),
    ...staying.flatMap((candidate) => [
      `  ${paint("yellow", printable(candidate.package))}`,
      ...renderReasons(candidate, options, paint),
    ]),
  ];
}

function renderReasons({ reasons, usages }: PackagePlan, options: TextOptions, paint: Paint): string[] {
  const refusals = groupRefusals(usages);
  const told = new Set(
    refusals.flatMap(({ reason, usages: places }) => [
      reason,
      ...places.map((usage) => `${formatPlace(usage)}: ${reason}`),
    ]),
  );
  return [
    ...refusals.flatMap(({ reason, usages: places }) => [
      ...indentText(printable(reason), 4, options.columns),
      ...places.map((usage) => paint("dim", `      ${printable(`${formatPlace(usage)}  ${usage.excerpt}`)}`)),
    ]),
    ...reasons
      .filter((reason) => !told.has(reason))
      .flatMap((reason) => indentText(printable(reason), 4, options.columns)),
  ];
}

function renderDeviations(plan: Plan, options: TextOptions, paint: Paint): string[] {
  const deviations = plan.packages
    .filter(({ outcome }) => outcome !== "stay")
    .flatMap(({ package: name, deviations: known }) => known.map((deviation) => ({ name, ...deviation })))
    .sort((left, right) => severityOrder[left.severity] - severityOrder[right.severity]);
  if (deviations.length === 0) return [];
  const severities = [...new Set(deviations.map(({ severity }) => severity))];
  return [
    paint("bold", "What differs afterwards"),
    ...severities.flatMap((severity) => [
      `  ${paint(severity === "observable" ? "red" : "dim", severityWords[severity])}`,
      ...deviations
        .filter((deviation) => deviation.severity === severity)
        .flatMap(({ name, note }) => indentText(printable(`${name}: ${note}`), 4, options.columns)),
    ]),
  ];
}

import {
  severities,
  type AuditResult,
  type CheckName,
  type CheckResult,
  type Finding,
  type Severity,
} from "../../audit/finding.ts";
import type { TextOptions } from "../options.ts";
import { printable } from "../text/cells.ts";
import { createPaint, type Paint } from "../text/paint.ts";
import { countOf } from "../text/quantity.ts";
import { indentText, listCommands } from "../text/section.ts";
import { checkLimits, checkTitles, describeSum, describeUnknowable, listUnknown, severityTitles } from "./words.ts";

/** How many findings of one kind a terminal shows before it counts the rest. */
const shown = 5;

/** The audit for a terminal: the sum, each check with its findings, what is not known, and what is not claimed. */
export function renderAudit(result: AuditResult, options: TextOptions): string {
  const paint = createPaint(options.color);
  const sections = [
    indentText(printable(describeSum(result)), 0, options.columns).map((line) => paint("bold", line)),
    ...result.checks.filter(({ findings }) => findings.length > 0).map((check) => renderCheck(check, options, paint)),
    renderNext(result, paint),
    renderUnknown(result, options, paint),
    indentText(describeUnknowable(result), 0, options.columns).map((line) => paint("dim", line)),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderCheck({ check, findings }: CheckResult, options: TextOptions, paint: Paint): string[] {
  const ordered = severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  const groups = new Map<string, Finding[]>();
  for (const finding of ordered) {
    const key = JSON.stringify([finding.severity, finding.message, finding.advice]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [
    paint("bold", checkTitles[check]),
    ...[...groups.values()].flatMap((group) => renderGroup(group, options, paint)),
    ...indentText(checkLimits[check], 2, options.columns).map((line) => paint("dim", line)),
  ];
}

function renderGroup(group: readonly Finding[], options: TextOptions, paint: Paint): string[] {
  const [first] = group;
  if (first === undefined) return [];
  const label = severityTitles[first.severity];
  const places = group
    .slice(0, shown)
    .map((finding) => `    ${printable(finding.subject)}  ${paint("dim", placeOf(finding))}`);
  return [
    ...indentText(printable(`${label}: ${first.message}`), 2, options.columns).map((line) =>
      paintBy(first.severity, line, paint),
    ),
    ...places,
    ...(group.length > shown ? [`    and ${group.length - shown} more`] : []),
    ...(first.advice === undefined ? [] : indentText(printable(`→ ${first.advice}`), 4, options.columns)),
  ];
}

/** What a fix may be for; which of them follow from the files, the dry run says. */
const mendable: ReadonlySet<CheckName> = new Set(["install-commands", "run-time-downloads", "ranges"]);

function renderNext(result: AuditResult, paint: Paint): string[] {
  const isMendable = result.checks.some(
    ({ check, findings }) => mendable.has(check) && findings.some(({ severity }) => severity !== "info"),
  );
  if (!isMendable) return [];
  const command = ["shrinkdeps apply --audit-fixes --dry-run", "what can be mended from the files"] as const;
  return [paint("bold", "Next"), ...listCommands([command])];
}

function renderUnknown(result: AuditResult, options: TextOptions, paint: Paint): string[] {
  const unknown = listUnknown(result);
  if (unknown.length === 0) return [];
  return [
    paint("bold", `Not known (${countOf(unknown.length, "thing")})`),
    ...unknown.flatMap((text) => indentText(printable(text), 2, options.columns)),
  ];
}

function paintBy(severity: Severity, line: string, paint: Paint): string {
  if (severity === "high") return paint("red", line);
  return severity === "medium" ? paint("yellow", line) : line;
}

/** "package.json:12". */
export function placeOf({ path, line }: Finding): string {
  return line === undefined ? path : `${path}:${line}`;
}

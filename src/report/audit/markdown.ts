import { severities, type AuditResult, type CheckResult } from "../../audit/finding.ts";
import { codeSpan, escapeMarkdown, markdownTable } from "../text/markdown.ts";
import { placeOf } from "./terminal.ts";
import { checkLimits, checkTitles, describeSum, describeUnknowable, listUnknown, severityTitles } from "./words.ts";

/** The audit as Markdown, for a job summary. */
export function renderAuditMarkdown(result: AuditResult): string {
  const unknown = listUnknown(result);
  const sections = [
    [`## Supply chain of ${codeSpan(result.name)}`],
    [`**${escapeMarkdown(describeSum(result))}**`],
    ...result.checks.filter(({ findings }) => findings.length > 0).flatMap(renderCheck),
    unknown.length === 0 ? [] : ["### Not known"],
    unknown.map((text) => `- ${escapeMarkdown(text)}`),
    [escapeMarkdown(describeUnknowable(result))],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function renderCheck({ check, findings }: CheckResult): string[][] {
  const rows = severities
    .flatMap((severity) => findings.filter((finding) => finding.severity === severity))
    .map((finding) => [
      severityTitles[finding.severity],
      codeSpan(finding.subject),
      escapeMarkdown(finding.message + (finding.advice === undefined ? "" : `: ${finding.advice}`)),
      codeSpan(placeOf(finding)),
    ]);
  return [
    [`### ${checkTitles[check]}`],
    markdownTable(["severity", "what", "why", "where"], rows, []),
    [escapeMarkdown(checkLimits[check])],
  ];
}

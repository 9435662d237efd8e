/** The supply chain as a section of another report: what is to be acted on, what registries said, and what is not known. */
import { findingsOf, isOnlineCheck, type AuditResult } from "../../audit/finding.ts";
import { codeSpan, escapeMarkdown, markdownTable } from "../text/markdown.ts";
import { joinWords } from "../text/quantity.ts";
import { placeOf } from "./terminal.ts";
import { checkTitles, describeSum, describeUnknowable, listUnknown, severityTitles } from "./words.ts";

/** How many findings a section shows before it counts the rest. */
const shown = 15;

/** "2 high: packages fetched when they run"; empty where nothing is of high or medium severity. */
export function summarizeSupplyChain(result: AuditResult): string[] {
  return (["high", "medium"] as const).flatMap((severity) => {
    const found = findingsOf(result).filter((finding) => finding.severity === severity);
    const titles = [...new Set(found.map(({ check }) => checkTitles[check]))].map(lowerFirst);
    return found.length === 0 ? [] : [`${found.length} ${severityTitles[severity]}: ${joinWords(titles)}`];
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Blocks of lines for a Markdown report. */
export function supplyChainSection(result: AuditResult): string[][] {
  const found = findingsOf(result).filter(({ severity, check }) => severity !== "info" || isOnlineCheck(check));
  const rows = found
    .slice(0, shown)
    .map((finding) => [
      severityTitles[finding.severity],
      checkTitles[finding.check],
      codeSpan(finding.subject),
      escapeMarkdown(finding.message),
      codeSpan(placeOf(finding)),
    ]);
  const more = found.length - rows.length;
  return [
    ["### Supply chain"],
    [escapeMarkdown(describeSum(result))],
    rows.length === 0 ? [] : markdownTable(["severity", "about", "what", "why", "where"], rows),
    more === 0 ? [] : [`And ${more} more: ${codeSpan("shrinkdeps audit")} has all of them.`],
    listUnknown(result).map((text) => `- not known: ${escapeMarkdown(text)}`),
    [escapeMarkdown(describeUnknowable(result))],
  ];
}

import type { BudgetResult } from "../../budget/result.ts";
import type { BudgetReportOptions } from "./report.ts";
import { noticesOf, type Notice } from "./notices.ts";
import { describeOutcome } from "./words.ts";

/** The runner shows ten of each level for a step and drops the rest without a word. */
const shown = 10;

/** The budget as workflow commands of GitHub Actions: an error on each line that is to be looked at. */
export function renderBudgetAnnotations(result: BudgetResult, { prefix = "" }: BudgetReportOptions): string {
  if (!result.configured) return annotate("notice", describeOutcome(result), { title });
  if (result.findings.length === 0) return annotate("notice", "Within budget.", { title });
  const groups = groupByPlace(noticesOf(result, prefix));
  const kept = groups.length > shown ? groups.slice(0, shown - 1) : groups;
  const rest = groups.length - kept.length;
  const more = `and ${rest} more places; the log and the other formats have them all`;
  return kept.map(annotateGroup).join("") + (rest === 0 ? "" : annotate("error", more, { title }));
}

const title = "shrinkdeps budget";

/** A dependency that brings twenty packages gets one annotation, on its line. */
function groupByPlace(notices: readonly Notice[]): Notice[][] {
  const groups = new Map<string, Notice[]>();
  for (const notice of notices) {
    const key = `${notice.place.path}:${notice.place.line}:${notice.place.column}`;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()];
}

function annotateGroup(group: readonly Notice[]): string {
  const { path, line, column } = group[0]?.place ?? { path: "", line: 1, column: 1 };
  const count = group.length === 1 ? "" : `${group.length} findings:\n`;
  const message = count + group.map((notice) => notice.message).join("\n");
  return annotate("error", message, { file: path, line: String(line), col: String(column), title });
}

function annotate(level: "error" | "notice", message: string, properties: Readonly<Record<string, string>>): string {
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${list.join(",")}::${escapeData(message)}\n`;
}

// The runner undoes exactly these escapes; anything else is taken as it is.
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

import { createHash } from "node:crypto";
import type { BudgetResult } from "../../budget/result.ts";
import { noticesOf } from "./notices.ts";
import type { BudgetReportOptions } from "./report.ts";

/** The budget as a code quality report of GitLab. A fingerprint stays the same as long as the finding does. */
export function renderBudgetCodeQuality(result: BudgetResult, { prefix = "" }: BudgetReportOptions): string {
  const issues = noticesOf(result, prefix).map(({ rule, subject, message, place }) => ({
    description: message,
    check_name: `shrinkdeps/${rule}`,
    fingerprint: createHash("sha256").update(`${rule}\0${prefix}\0${subject}`).digest("hex"),
    severity: rule === "denied-package" ? "critical" : "major",
    location: { path: place.path, lines: { begin: place.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}

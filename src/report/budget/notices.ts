/** The findings as the formats of other tools want them: a rule, a message and a place each. */
import type { BudgetResult, Finding } from "../../budget/result.ts";
import type { Notice } from "../notices/notice.ts";
import { printable } from "../text/cells.ts";
import { describeFinding, placeOfFinding } from "./words.ts";

export type Rule = "over-limit" | "new-package" | "denied-package" | "ended-exception";

export const ruleOf: Record<Finding["kind"], Rule> = {
  limit: "over-limit",
  new: "new-package",
  denied: "denied-package",
  expired: "ended-exception",
};

/** What each rule says, as a sentence. */
export const ruleWords: Record<Rule, string> = {
  "over-limit": "A number is beyond the limit the project set itself.",
  "new-package": "A package came into the tree that nobody agreed on.",
  "denied-package": "A package that the project denies is in the tree.",
  "ended-exception": "An exception has ended, and its package is still there.",
};

/** `prefix` is the project's directory in its repository: "apps/shop/", or "". */
export function noticesOf({ findings, settings }: BudgetResult, prefix: string): Notice<Rule>[] {
  return findings.map((finding) => {
    const { path, line, column } = placeOfFinding(finding) ?? { path: settings, line: 1, column: 1 };
    return {
      rule: ruleOf[finding.kind],
      level: "error",
      subject: subjectOf(finding),
      message: printable(describeFinding(finding)),
      place: { path: prefix + path, line, column },
    };
  });
}

function subjectOf(finding: Finding): string {
  switch (finding.kind) {
    case "limit":
      return `${finding.measurement.workspace ?? "*"} ${finding.measurement.limit}`;
    case "new":
    case "denied":
      return finding.package.identity;
    case "expired":
      return finding.pattern;
  }
}

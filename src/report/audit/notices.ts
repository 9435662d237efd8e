/** The findings of an audit as the tools of others want them: a rule, a message and a place each. */
import { findingsOf, type AuditResult, type CheckName, type Severity } from "../../audit/finding.ts";
import type { Notice, Notices, Weight } from "../notices/notice.ts";
import { printable } from "../text/cells.ts";
import { checkLimits, checkTitles, listUnknown } from "./words.ts";

const weights: Record<Severity, Weight> = { high: "error", medium: "warning", low: "note", info: "fact" };

/** `prefix` is the project's directory in its repository: "apps/shop/", or "". */
export function noticesOf(result: AuditResult, prefix: string): Notices<CheckName> {
  const times = new Map<string, number>();
  const notices = findingsOf(result).map(
    ({ check, severity, subject, message, advice, path, line }): Notice<CheckName> => {
      const key = `${check} ${path} ${subject}`;
      const time = (times.get(key) ?? 0) + 1;
      times.set(key, time);
      return {
        rule: check,
        level: weights[severity],
        subject: `${path} ${subject}${time === 1 ? "" : ` ${time}`}`,
        message: printable(`${subject}: ${message}${advice === undefined ? "" : `; ${advice}`}`),
        place: { path: prefix + path, line: line ?? 1, column: 1 },
      };
    },
  );
  return { rules: checkTitles, limits: checkLimits, notices, unknown: listUnknown(result).map(printable) };
}

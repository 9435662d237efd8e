/** What of an audit came with a change: the findings that the commit compared with has not. */
import type { CheckResult, Finding } from "./finding.ts";

/** Of a package, what is wrong with it in any version is old when a version of it had that before. */
const ofAnyVersion: ReadonlySet<string> = new Set(["install-scripts", "lockfile-entries"]);

/** The checks with new findings alone, and how many were left out. Each old one stands for one of today's. */
export function onlyNew(
  now: readonly CheckResult[],
  before: readonly CheckResult[],
): { readonly checks: readonly CheckResult[]; readonly left: number } {
  const old = new Map<string, number>();
  for (const finding of before.flatMap(({ findings }) => findings)) {
    const key = keyOf(finding);
    old.set(key, (old.get(key) ?? 0) + (finding.count ?? 1));
  }
  let left = 0;
  const isNew = (finding: Finding): boolean => {
    const key = keyOf(finding);
    const there = old.get(key) ?? 0;
    const needed = finding.count ?? 1;
    if (there < needed) return true;
    if (finding.count === undefined) old.set(key, there - needed);
    left += 1;
    return false;
  };
  return { checks: now.map((check) => ({ ...check, findings: check.findings.filter(isNew) })), left };
}

/** What came and what went between two audits of one project. */
export function compareFindings(
  before: readonly CheckResult[],
  now: readonly CheckResult[],
): { readonly gained: readonly Finding[]; readonly lost: readonly Finding[] } {
  const [gained, lost] = [onlyNew(now, before), onlyNew(before, now)].map(({ checks }) =>
    checks.flatMap(({ findings }) => findings),
  );
  return { gained: gained ?? [], lost: lost ?? [] };
}

function keyOf({ check, severity, subject, message, path, count }: Finding): string {
  // Of a sum the numbers are no part of what it says.
  if (count !== undefined) return JSON.stringify([check, severity, message.replace(/\d+/g, ""), path]);
  const about = ofAnyVersion.has(check) ? subject.replace(/(?<=.)@[^@]*$/, "") : subject;
  // With which dependency a script would leave changes with the tree around it.
  return JSON.stringify([check, severity, about, check === "install-scripts" ? "" : message, path]);
}

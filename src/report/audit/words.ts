/** The words of an audit, one per check. A check that is added does not compile until it has words here. */
import {
  findingsOf,
  isOnlineCheck,
  severities,
  type AuditResult,
  type CheckName,
  type Severity,
} from "../../audit/finding.ts";
import { countOf, joinWords } from "../text/quantity.ts";

export const checkTitles: Record<CheckName, string> = {
  "install-scripts": "Code that runs at install",
  sources: "Packages that come from elsewhere than a registry",
  lockfile: "The lockfile",
  "lockfile-entries": "Entries of the lockfile",
  "install-commands": "Commands that install something else than the lockfile says",
  "run-time-downloads": "Packages fetched when they run",
  ranges: "Version ranges",
  "release-age": "Waiting before new releases",
  publishers: "Publishers",
  capabilities: "What installed code can do",
  gains: "What the code of this change can newly do",
  ages: "Releases that are new",
  deprecations: "Deprecated packages",
  maintainers: "Maintainers",
  provenance: "Provenance",
};

/** What a clean answer must not be taken for. */
export const checkLimits: Record<CheckName, string> = {
  "install-scripts": "A package without a script can still do anything once it is loaded.",
  sources: "A pinned commit is a fixed text, not a safe one.",
  lockfile: "This is no check that the tree resolves to what the lockfile says.",
  "lockfile-entries": "A hash proves the bytes that were recorded, not that they are good.",
  "install-commands": "What composite actions and images do inside is not followed.",
  "run-time-downloads": "An exact version does not pin what the package depends on.",
  ranges: "With a lockfile, ranges matter only when it is resolved again.",
  "release-age": "The age of what is installed is not known offline.",
  publishers: "These are scopes and repository owners, not people.",
  capabilities: "That code refers to nothing dangerous does not make it safe.",
  gains: "Code that gains nothing by name can still do other things than before.",
  ages: "A release that has been there for long can be bad, too.",
  deprecations: "Most packages that nobody maintains any more are not deprecated.",
  maintainers: "These are the accounts of today; who published a version is another question.",
  provenance: "It says where a release was built, not that its source is good; its signature is not verified here.",
};

/** What no file of a project tells, or no registry. */
export function describeUnknowable({ online, checks }: AuditResult): string {
  if (online !== true) return unknowable;
  const isPartial = checks.some(({ check, unknown }) => isOnlineCheck(check) && unknown.length > 0);
  return isPartial ? `What registries say is known in part alone. ${unknowableOnline}` : unknowableOnline;
}

const unknowableOnline = "No advisories were looked up, and no tarball was compared with what its repository holds.";

const unknowable =
  "Nothing offline tells provenance, maintainers, advisories, or whether a tarball is what its repository holds.";

export const severityTitles: Record<Severity, string> = {
  high: "high",
  medium: "medium",
  low: "low",
  info: "to know",
};

/** "Found 2 high and 3 medium."; facts to know are left out of it. Of a change, what came with it and what was there. */
export function describeSum(result: AuditResult): string {
  const found = findingsOf(result);
  const counts = severities
    .filter((severity) => severity !== "info")
    .map((severity) => [severity, found.filter((one) => one.severity === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => `${count} ${severityTitles[severity]}`);
  const { since } = result;
  if (since === undefined) return counts.length === 0 ? "Nothing found to act on." : `Found ${joinWords(counts)}.`;
  const name = since.commit.startsWith(since.ref)
    ? since.ref.slice(0, 12)
    : `${since.ref} (${since.commit.slice(0, 12)})`;
  const what = counts.length === 0 ? "brings nothing to act on" : `brings ${joinWords(counts)}`;
  const old = since.before === 0 ? "" : `; ${countOf(since.before, "finding")} there before`;
  return `Since ${name} this change ${what}${old}.`;
}

/** What no check could know, each once. */
export function listUnknown({ checks }: AuditResult): string[] {
  return [...new Set(checks.flatMap(({ unknown }) => unknown))];
}

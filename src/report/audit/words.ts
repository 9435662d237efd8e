/** The words of an audit, one per check. A check that is added does not compile until it has words here. */
import type { AuditResult, CheckName, Severity } from "../../audit/finding.ts";

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
  ages: "A release that has been there for long can be bad, too.",
  deprecations: "Most packages that nobody maintains any more are not deprecated.",
  maintainers: "These are the accounts of today; who published a version is another question.",
  provenance: "It says where a release was built, not that its source is good; its signature is not verified here.",
};

/** What no file of a project tells, or no registry. */
export function describeUnknowable({ online }: AuditResult): string {
  return online === true ? unknowableOnline : unknowable;
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

/** What the files of a project alone say about supply-chain risk. Plain data, JSON-safe. */
import type { PackageNode } from "../project/graph.ts";

/**
 * - `high`: code nobody agreed on runs, or was put into the lockfile.
 * - `medium`: what runs is not what the lockfile says, nothing holds it to that, or it hides or newly gained what it can do.
 * - `low`: a safeguard is missing; nothing is wrong yet.
 * - `info`: a fact to know, and no fault.
 */
export type Severity = "high" | "medium" | "low" | "info";

/** From the one that matters most. */
export const severities: readonly Severity[] = ["high", "medium", "low", "info"];

/** What only a registry can answer, and only when it is asked. */
export type OnlineCheckName = "ages" | "deprecations" | "maintainers" | "provenance";

const onlineChecks: ReadonlySet<CheckName> = new Set(["ages", "deprecations", "maintainers", "provenance"]);

export function isOnlineCheck(check: CheckName): boolean {
  return onlineChecks.has(check);
}

export type CheckName =
  | OnlineCheckName
  | "install-scripts"
  | "sources"
  | "lockfile"
  | "lockfile-entries"
  | "install-commands"
  | "run-time-downloads"
  | "ranges"
  | "release-age"
  | "publishers"
  | "capabilities"
  | "gains";

export interface Finding {
  readonly check: CheckName;
  readonly severity: Severity;
  /** What it is about: "esbuild@0.25.0", "npx serve". */
  readonly subject: string;
  /** One sentence: what is so. */
  readonly message: string;
  /** One sentence: what to do about it; absent where there is nothing to do. */
  readonly advice?: string;
  /** The file that says so, relative to the root. */
  readonly path: string;
  readonly line?: number;
  /** What it counts, where it is a sum: fewer than before is nothing new. */
  readonly count?: number;
}

export interface CheckResult {
  readonly check: CheckName;
  readonly findings: readonly Finding[];
  /** What this check could not know here, each one sentence. Empty when it knew all it asks for. */
  readonly unknown: readonly string[];
}

export interface AuditResult {
  readonly schema: 1;
  readonly name: string;
  /** True when registries were asked, too. */
  readonly online?: true;
  /** The commit compared with: only what came since is told, and how many findings were there before is said. */
  readonly since?: { readonly ref: string; readonly commit: string; readonly before: number };
  readonly checks: readonly CheckResult[];
}

/** "left-pad@1.3.0". */
export function labelOf({ name, version }: Pick<PackageNode, "name" | "version">): string {
  return `${name}@${version ?? "?"}`;
}

/** Every finding, those that matter most first, otherwise in the order of the checks. */
export function findingsOf({ checks }: AuditResult): readonly Finding[] {
  const found = checks.flatMap(({ findings }) => findings);
  return severities.flatMap((severity) => found.filter((finding) => finding.severity === severity));
}

/** True when something of that severity, or a worse one, was found; never for "never". */
export function reaches(result: AuditResult, severity: Severity | "never"): boolean {
  if (severity === "never") return false;
  return findingsOf(result).some((finding) => severities.indexOf(finding.severity) <= severities.indexOf(severity));
}

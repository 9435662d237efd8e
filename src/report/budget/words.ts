import type { Place } from "../../project/place.ts";
import type {
  BudgetResult,
  Chain,
  Finding,
  Holder,
  LimitName,
  Measurement,
  NamedPackage,
} from "../../budget/result.ts";
import { countOf, formatBytes, formatNumber, joinWords } from "../text/quantity.ts";

export const limitWords: Record<LimitName, string> = {
  packages: "packages",
  production: "production packages",
  direct: "direct dependencies",
  newPackages: "new packages",
  installScripts: "install scripts",
  megabytes: "megabytes",
  duplicates: "duplicates",
  publishers: "publishers",
};

const singular: Record<LimitName, string> = {
  packages: "package",
  production: "production package",
  direct: "direct dependency",
  newPackages: "new package",
  installScripts: "install script",
  megabytes: "megabyte",
  duplicates: "duplicate",
  publishers: "publisher",
};

/** "packages", or "packages of packages/a" for a workspace's own. */
export function nameOfLimit({ limit, workspace }: Pick<Measurement, "limit" | "workspace">): string {
  return limitWords[limit] + (workspace === undefined ? "" : ` of ${workspace === "" ? "the root" : workspace}`);
}

/** "231 packages, 11 more than the 220 agreed". */
export function describeExcess({ limit, workspace, actual, allowed, over }: Measurement): string {
  const today = actual === undefined ? "unknown" : formatNumber(actual);
  const noun = actual === 1 ? singular[limit] : limitWords[limit];
  const whose = workspace === undefined ? "" : ` in ${workspace === "" ? "the root" : workspace}`;
  return `${today} ${noun}${whose}, ${formatNumber(over)} more than the ${formatNumber(allowed ?? 0)} agreed`;
}

/** "express alone holds 48, mocha 31", for duplicates "ms is there in 3 versions, debug in 2"; empty when nobody holds any. */
export function describeHolders(holders: readonly Holder[], limit: LimitName = "packages"): string {
  const isVersions = limit === "duplicates";
  return joinWords(
    holders.map(({ name, amount }, index) => {
      const first = isVersions ? "is there in " : "alone holds ";
      const unit = isVersions && index === 0 ? " versions" : "";
      return `${name} ${index === 0 ? first : isVersions ? "in " : ""}${formatNumber(amount)}${unit}`;
    }),
  );
}

/** "package.json:31". */
export function formatLimitPlace(place: Place): string {
  return `${place.path}:${place.line}`;
}

/** "left-pad 1.3.0, 1.2.0". */
export function formatPackage({ identity, versions }: Pick<NamedPackage, "identity" | "versions">): string {
  return `${identity} ${versions.join(", ")}`;
}

/** "express@4.18.2 > accepts@1.3.8", with the workspace where that is not the root. */
export function formatChain({ workspace, packages }: Chain): string {
  return (workspace === "" ? "" : `${workspace}: `) + packages.join(" > ");
}

/** "12 kB, runs an install script". */
export function describeCost({ bytes, installScript }: NamedPackage): string {
  const script = { true: "runs an install script", false: "", unknown: "install script unknown" }[`${installScript}`];
  return [bytes === undefined ? "size unknown" : formatBytes(bytes), script].filter((part) => part !== "").join(", ");
}

/** One finding as a sentence without its end. */
export function describeFinding(finding: Finding): string {
  switch (finding.kind) {
    case "limit": {
      const holders = describeHolders(finding.measurement.holders, finding.measurement.limit);
      return describeExcess(finding.measurement) + (holders === "" ? "" : ` (${holders})`);
    }
    case "new":
      return `${formatPackage(finding.package)} is new: ${describeWay(finding.package)}`;
    case "denied":
      return `${formatPackage(finding.package)} is denied: ${finding.reason} (${describeWay(finding.package)})`;
    case "expired":
      return `the exception for ${finding.pattern} ended on ${finding.expires}: ${finding.reason}`;
  }
}

function describeWay(named: NamedPackage): string {
  const way = named.chain === undefined ? "no dependency leads to it" : formatChain(named.chain);
  return `${way}, ${describeCost(named)}`;
}

/** Where to look: the limit, the manifest's entry that brings a package, the rule; undefined where nothing is written. */
export function placeOfFinding(finding: Finding): Place | undefined {
  switch (finding.kind) {
    case "limit":
      return finding.measurement.place;
    case "new":
      return finding.package.chain?.place;
    case "denied":
      return finding.package.chain?.place ?? finding.place;
    case "expired":
      return finding.place;
  }
}

/** The first line of every report: within or over, and by what. */
export function describeOutcome(result: BudgetResult): string {
  const { configured, findings, settings, measurements, source, difference } = result;
  if (!configured) return `No budget is set in ${settings}; nothing was checked.`;
  const limits = countOf(measurements.filter(({ allowed }) => allowed !== undefined).length, "limit");
  if (findings.length === 0 && difference !== undefined) return `Within budget: this change exceeds none of ${limits}.`;
  if (findings.length === 0) return `Within budget: ${limits}, read from ${source}.`;
  return `Over budget: ${describeFindings(findings, limits)}.`;
}

function describeFindings(findings: readonly Finding[], limits: string): string {
  const exceeded = findings.flatMap((finding) => (finding.kind === "limit" ? [finding.measurement] : []));
  const [first] = exceeded;
  const parts = [
    exceeded.length === 1 && first !== undefined ? describeExcess(first) : "",
    exceeded.length > 1 ? `${exceeded.length} of ${limits} exceeded` : "",
    ...(["new", "denied", "expired"] as const).map((kind) => {
      const count = findings.filter((finding) => finding.kind === kind).length;
      const noun = { new: "new package", denied: "denied package", expired: "exception that has ended" }[kind];
      const plural = kind === "expired" ? "exceptions that have ended" : `${noun}s`;
      return count === 0 ? "" : countOf(count, noun, plural);
    }),
  ];
  return joinWords(parts.filter((part) => part !== ""));
}

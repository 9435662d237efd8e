/** What the answers of registries say about risk, as checks like those of the files. */
import type { PackageNode } from "../../project/graph.ts";
import type { CheckResult, Finding, OnlineCheckName } from "../finding.ts";
import type { Answers } from "./ask.ts";
import type { RegistryFacts } from "./facts.ts";

const day = 24 * 60 * 60 * 1000;
/** Most compromised releases were taken down within days. */
const young = 14;

type Found = Omit<Finding, "check" | "path">;

/** The four checks; each says of which packages nothing was learnt. `path` is the lockfile, `now` milliseconds since 1970. */
export function judgeAnswers(answers: Answers, path: string, now: number): CheckResult[] {
  const known = [...answers.facts].sort(([left], [right]) => (labelOf(left) < labelOf(right) ? -1 : 1));
  const all = known.length + [...answers.missing.values()].reduce((sum, { length }) => sum + length, 0);
  const found: Record<OnlineCheckName, Found[]> = {
    ages: known.flatMap(([node, facts]) => judgeAge(node, facts, now)),
    deprecations: known.flatMap(([node, facts]) => judgeDeprecation(node, facts)),
    maintainers: sumMaintainers(
      known.flatMap(([, { maintainers }]) => (maintainers === undefined ? [] : [maintainers])),
    ),
    provenance: [...known.flatMap(judgeProvenance), ...sumProvenance(known)],
  };
  const silent: Record<OnlineCheckName, readonly (readonly [PackageNode, RegistryFacts])[]> = {
    ages: known.filter(([, { published }]) => published === undefined),
    deprecations: [],
    maintainers: known.filter(([, { maintainers }]) => maintainers === undefined),
    provenance: known.filter(([, { provenance }]) => provenance === undefined),
  };
  const unknown = [...answers.missing]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([reason, labels]) =>
        `age, deprecation, maintainers and provenance of ${labels.length} of ${all} packages: ${reason} (${shorten(labels)})`,
    );
  const names: readonly OnlineCheckName[] = ["deprecations", "ages", "provenance", "maintainers"];
  return names.map((check) => ({
    check,
    findings: found[check].map((one) => ({ check, path, ...one })),
    unknown: [
      ...unknown,
      ...describeSilence(
        check,
        silent[check].map(([node]) => labelOf(node)),
        all,
      ),
    ],
  }));
}

function labelOf({ name, version }: PackageNode): string {
  return `${name}@${version ?? "?"}`;
}

function judgeAge(node: PackageNode, { published }: RegistryFacts, now: number): Found[] {
  if (published === undefined) return [];
  const days = Math.floor((now - Date.parse(published)) / day);
  if (days >= young) return [];
  const message = `it was published less than ${young} days ago, on ${published.slice(0, 10)}`;
  return [{ severity: "low", subject: labelOf(node), message, advice: "wait before taking it, or read what changed" }];
}

function judgeDeprecation(node: PackageNode, { deprecated }: RegistryFacts): Found[] {
  if (deprecated === undefined) return [];
  const reason = deprecated.replace(/\s+/g, " ").slice(0, 200);
  return [{ severity: "low", subject: labelOf(node), message: `it is deprecated: ${reason}` }];
}

function judgeProvenance([node, { earlierProvenance }]: readonly [PackageNode, RegistryFacts]): Found[] {
  if (earlierProvenance === undefined) return [];
  return [
    {
      severity: "medium",
      subject: labelOf(node),
      message: `it has no provenance, and ${earlierProvenance}, which was published before it, has`,
      advice: "see who published it, and from where",
    },
  ];
}

function sumProvenance(known: readonly (readonly [PackageNode, RegistryFacts])[]): Found[] {
  const stated = known.filter(([, { provenance }]) => provenance !== undefined);
  const attested = stated.filter(([, { provenance }]) => provenance === true).length;
  const message = `${attested} of them published with provenance`;
  return stated.length === 0 ? [] : [{ severity: "info", subject: count(stated.length), message }];
}

function sumMaintainers(stated: readonly (readonly string[])[]): Found[] {
  const people = new Set(stated.flat());
  const lone = stated.filter(({ length }) => length === 1).length;
  const message = `${people.size} accounts can publish them; ${lone} have a single one`;
  return stated.length === 0 ? [] : [{ severity: "info", subject: count(stated.length), message }];
}

const words: Record<OnlineCheckName, string> = {
  ages: "the age",
  deprecations: "the deprecation",
  maintainers: "the maintainers",
  provenance: "the provenance",
};

function count(packages: number): string {
  return `${packages} ${packages === 1 ? "package" : "packages"}`;
}

/** Of what a registry answers without saying this. */
function describeSilence(check: OnlineCheckName, labels: readonly string[], all: number): string[] {
  if (labels.length === 0) return [];
  return [`${words[check]} of ${labels.length} of ${all} packages: the registry does not say (${shorten(labels)})`];
}

function shorten(labels: readonly string[]): string {
  const shown = [...labels].sort().slice(0, 5).join(", ");
  return labels.length > 5 ? `${shown} and ${labels.length - 5} more` : shown;
}

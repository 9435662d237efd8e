/** An apply as the description of a pull request: what a reviewer asks before reading the diff. */
import type { JudgedUsage } from "../../analyze/usage.ts";
import type { Receipt } from "../../apply/receipt.ts";
import type { PackagePlan, Plan } from "../../rewrite/plan.ts";
import { groupRefusals, formatPlace } from "../analysis/refusals.ts";
import { codeSpan, escapeMarkdown, fencedDiff, markdownTable } from "../text/markdown.ts";
import { countOf, joinWords } from "../text/quantity.ts";
import { exampleOf } from "./example.ts";
import { severityOrder, severityWords, usageWords } from "../words.ts";

/** How many packages a title names before it counts the rest. */
const named = 4;

/** What went and what that freed, what each kind of change looks like, how it was proved, and what was left and why. */
export function describeApply(plan: Plan, receipt: Receipt): string {
  const going = plan.packages.filter(({ outcome }) => outcome === "remove");
  const sections = [
    [`## ${title(receipt)}`],
    freed(receipt),
    going.length === 0 ? [] : packageTable(going),
    changes(plan),
    deviations(plan),
    proof(receipt),
    left(plan, receipt),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n")}\n`;
}

function title({ removed, partial }: Receipt): string {
  if (removed.length > 0) return `Remove ${listed(removed)}`;
  return partial.length > 0 ? `Use ${listed(partial)} less` : "Nothing to remove";
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, named).map(codeSpan);
  return joinWords(names.length > named ? [...shown, `${names.length - named} more`] : shown);
}

function freed({ freed: packages, removed }: Receipt): string[] {
  if (removed.length === 0) return [];
  if (packages === undefined) return ["How many packages leave the tree is unknown."];
  const list =
    packages.length === 0
      ? []
      : [
          "",
          "<details><summary>All of them</summary>",
          "",
          ...packages.map((one) => `- ${codeSpan(one)}`),
          "",
          "</details>",
        ];
  return [
    `${countOf(packages.length, "package")} ${packages.length === 1 ? "leaves" : "leave"} the lockfile.`,
    ...list,
  ];
}

function packageTable(going: readonly PackagePlan[]): string[] {
  const rows = going.map(({ package: name, usages, replacement }) => [
    codeSpan(name),
    String(usages.length),
    escapeMarkdown(replacement ?? "nothing"),
  ]);
  return markdownTable(["package", "uses", "instead"], rows, [1]);
}

/** For each package one example of each way its uses change. */
function changes(plan: Plan): string[] {
  const examples = plan.packages
    .filter(({ outcome }) => outcome !== "stay")
    .flatMap(({ package: name, usages }) => examplesOf(usages).map((usage) => ({ name, usage })));
  const helpers = plan.newFiles.map(
    ({ path, packages }) =>
      `- ${codeSpan(path)} is a helper of the project's own, for ${joinWords(packages.map(codeSpan))}.`,
  );
  if (examples.length + helpers.length === 0) return [];
  const shown = examples.flatMap(({ name, usage }) => [
    `**${escapeMarkdown(name)}**, ${usageWords[usage.verdict.kind]} (${codeSpan(formatPlace(usage))})`,
    "",
    ...fencedDiff(exampleOf(usage, plan.files)),
    "",
  ]);
  return ["### What changes", "", ...(helpers.length === 0 ? shown.slice(0, -1) : shown), ...helpers];
}

function examplesOf(usages: readonly JudgedUsage[]): JudgedUsage[] {
  const kinds = new Map<string, JudgedUsage>();
  for (const usage of usages)
    if (usage.becomes !== undefined && !kinds.has(usage.verdict.kind)) kinds.set(usage.verdict.kind, usage);
  return [...kinds.values()];
}

function deviations({ packages }: Plan): string[] {
  const known = packages
    .filter(({ outcome }) => outcome !== "stay")
    .flatMap(({ package: name, deviations: all }) => all.map((deviation) => ({ name, ...deviation })))
    .sort((left, right) => severityOrder[left.severity] - severityOrder[right.severity]);
  if (known.length === 0) return [];
  const items = known.map(
    ({ name, severity, note }) =>
      `- ${codeSpan(name)}: ${severityWords[severity].toLowerCase()}. ${escapeMarkdown(note)}`,
  );
  return ["### What differs afterwards", "", ...items];
}

function proof({ verified, notProved, files }: Receipt): string[] {
  if (files.length === 0) return [];
  const command = verified === undefined ? [] : [`- ${codeSpan(verified.command)} passes before and after.`];
  const types = notProved.some((sentence) => sentence.startsWith("types were not checked"))
    ? []
    : ["- The project type checks as it did: no diagnostic was added."];
  return [
    "### How it was proved",
    "",
    ...command,
    ...types,
    ...notProved.map((sentence) => `- Not proved: ${escapeMarkdown(sentence)}`),
  ];
}

function left({ packages }: Plan, { putBack }: Receipt): string[] {
  const staying = packages.filter(({ outcome }) => outcome !== "remove");
  const refused = staying.map(
    (candidate) => `- ${codeSpan(candidate.package)}: ${escapeMarkdown(reasonsOf(candidate).join("; "))}`,
  );
  const back = putBack.map(
    ({ package: name, by, reasons }) =>
      `- ${codeSpan(name)} was put back: ${by === "types" ? "the project would not type check without it" : "the command fails without it"} (${escapeMarkdown(reasons[0] ?? "")})`,
  );
  return refused.length + back.length === 0 ? [] : ["### What was left, and why", "", ...refused, ...back];
}

function reasonsOf({ usages, reasons }: PackagePlan): readonly string[] {
  const grouped = groupRefusals(usages).map(({ reason, usages: places }) => {
    const [first] = places;
    const more = places.length > 1 ? ` and ${places.length - 1} more` : "";
    return first === undefined ? reason : `${reason} (${formatPlace(first)}${more})`;
  });
  return grouped.length > 0 ? grouped : reasons;
}

/** An analysis as the tools of others want it: a notice on each line that is to be looked at. */
import type { Analysis, DependencyReport } from "../../analyze/analysis.ts";
import type { JudgedUsage } from "../../analyze/usage.ts";
import { noticesOf as auditNoticesOf } from "../audit/notices.ts";
import type { Level, Notice, Notices } from "../notices/notice.ts";
import { printable } from "../text/cells.ts";
import { countOf } from "../text/quantity.ts";
import { usageWords, wordsOf } from "../words.ts";
import { rankRemovable } from "../../analyze/rank.ts";
import type { AnalysisOptions } from "./report.ts";
import { describeFootprint } from "./sum.ts";

type Rule =
  "removable-dependency" | "misfit-dependency" | "replaceable-use" | "use-in-the-way" | "undeclared-import" | "problem";

/** What each rule says, as a sentence. */
const ruleWords: Record<Rule, string> = {
  "removable-dependency": "A dependency can go.",
  "misfit-dependency": "A dependency has a better place, or one that does it with less.",
  "replaceable-use": "A use of a dependency that can go is rewritten with it.",
  "use-in-the-way": "A use keeps a dependency that could go.",
  "undeclared-import": "A package is imported that the manifest does not list.",
  problem: "Something could not be read.",
};

const ruleLevels: Record<Rule, Level> = {
  "removable-dependency": "note",
  "misfit-dependency": "note",
  "replaceable-use": "note",
  "use-in-the-way": "warning",
  "undeclared-import": "warning",
  problem: "warning",
};

/** The notices of the analysis, then those of the audit where there is one, with the rules of both. */
export function allNoticesOf(analysis: Analysis, { prefix = "", audit }: AnalysisOptions): Notices {
  const notices = noticesOf(analysis, prefix);
  if (audit === undefined) return { rules: ruleWords, notices };
  const facts = auditNoticesOf(audit, prefix);
  return { ...facts, rules: { ...ruleWords, ...facts.rules }, notices: [...notices, ...facts.notices] };
}

/** Best first, manifests before their uses. `prefix` is the project's directory in its repository: "apps/shop/", or "". */
function noticesOf(analysis: Analysis, prefix: string): Notice<Rule>[] {
  const ranked = rankRemovable(analysis.dependencies);
  const misfits = analysis.dependencies.filter(({ removal, verdict }) => removal === "no" && verdict !== "keep");
  const found: Omit<Notice<Rule>, "level">[] = [
    ...ranked.map((dependency) => onManifest("removable-dependency", describeRemoval(dependency), dependency)),
    ...misfits.map((dependency) =>
      onManifest("misfit-dependency", `${dependency.name}: ${wordsOf(dependency)}`, dependency),
    ),
    ...ranked.flatMap(({ usages, replacement }) => usages.flatMap((usage) => onUsage(usage, replacement))),
    ...(analysis.undeclared ?? []).flatMap(({ package: name, places }) =>
      places.map(({ file, line }) => ({
        rule: "undeclared-import" as const,
        subject: `${name} ${file}`,
        message: `${name} is imported here, and the manifest does not list it`,
        place: { path: file, line, column: 1 },
      })),
    ),
    ...analysis.problems.map(({ kind, path, line, message }) => ({
      rule: "problem" as const,
      subject: `${kind} ${path}`,
      message,
      place: { path: path === "" ? "package.json" : path, line: line ?? 1, column: 1 },
    })),
  ];
  const times = new Map<string, number>();
  return found.map((notice) => {
    const key = `${notice.rule} ${notice.subject}`;
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return {
      ...notice,
      level: ruleLevels[notice.rule],
      subject: time === 1 ? notice.subject : `${notice.subject} ${time}`,
      message: printable(notice.message),
      place: { ...notice.place, path: prefix + notice.place.path },
    };
  });
}

function onManifest(rule: Rule, message: string, { name, workspace, kind, place }: DependencyReport) {
  return { rule, subject: `${workspace} ${kind} ${name}`, message, place };
}

/** What a use becomes; of one that stays only for another, nothing: that one says why. */
function onUsage(usage: JudgedUsage, replacement: string | undefined): Omit<Notice<Rule>, "level">[] {
  const { package: name, file, line, column, excerpt, verdict } = usage;
  if (verdict.kind === "refuse" && verdict.consequence === true) return [];
  const rule = verdict.kind === "refuse" ? "use-in-the-way" : "replaceable-use";
  const instead = replacement === undefined || ["drop", "own"].includes(verdict.kind) ? "" : ` (${replacement})`;
  const message =
    verdict.kind === "refuse"
      ? `${name} stays for this use: ${verdict.reason}`
      : `this use of ${name} ${usageWords[verdict.kind]}${instead}`;
  return [{ rule, subject: `${name} ${file} ${excerpt}`, message, place: { path: file, line, column } }];
}

function describeRemoval(dependency: DependencyReport): string {
  const { name, removal, footprint, lines, replacement } = dependency;
  const how = {
    automatic: lines === undefined || lines === 0 ? "automatically" : `automatically, ${countOf(lines, "line")}`,
    allowed: "if you allow what differs",
    manual: "by hand",
    no: "not",
  }[removal];
  const instead = replacement === undefined ? "" : ` (${replacement})`;
  return `${name} can go, ${how}: ${wordsOf(dependency)}${instead}; frees ${describeFootprint(footprint)}`;
}

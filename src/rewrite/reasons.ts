/** Why a package stays: uses of it that are refused, and what no use of it can help. */
import type { PackageJudgement } from "../analyze/judge.ts";
import { deviationsOf } from "../analyze/deviations.ts";
import type { JudgedUsage } from "../analyze/usage.ts";
import type { Dependency, Project } from "../project/project.ts";
import type { Deviation } from "../recipe.ts";

export interface ReasonOptions {
  /** Packages that no usage was found of, and that may be needed all the same, with the doubt. */
  readonly doubts?: ReadonlyMap<string, string>;
  /** Packages that were to become the project's own code, and why they cannot. */
  readonly unfit?: ReadonlyMap<string, string>;
  /** Use replacements whose difference a program could observe. */
  readonly allowDeviations?: boolean;
}

export interface Reason {
  readonly text: string;
  /** True where it holds one use, and the others could be rewritten without it. */
  readonly isOfOneUse: boolean;
}

/** The reasons; none when every usage is handled. */
export function findReasons(
  project: Project,
  judged: PackageJudgement,
  direct: readonly Dependency[],
  mayBeUnused: boolean,
  options: ReasonOptions,
): readonly Reason[] {
  const unfit = options.unfit?.get(judged.package);
  if (unfit !== undefined) return [ofAll(`its code cannot become the project's own: ${unfit}`)];
  const reasons = [...judged.blocked.map(ofAll), ...refusalsOf(judged.usages)];
  if (!direct.some((dependency) => dependency.name === judged.package))
    reasons.push(ofAll("no manifest of the project lists it"));
  const doubt = options.doubts?.get(judged.package);
  if (judged.usages.length === 0 && reasons.length === 0) {
    if (doubt !== undefined) reasons.push(ofAll(doubt));
    else if (!mayBeUnused)
      reasons.push(ofAll("no code uses it; with --unused or by its name it goes unless a need is in doubt"));
  }
  const observable = deviationsIn(judged).filter((deviation) => deviation.severity === "observable");
  if (observable.length > 0 && options.allowDeviations !== true)
    reasons.push(
      ...observable.map(({ note }) => ofAll(`differs observably: ${note} (allow it with --allow-deviations)`)),
    );
  const unread = project.problems.filter(
    (problem) => problem.kind === "source-unreadable" || problem.kind === "directory-unreadable",
  );
  return [...reasons, ...unread.map(({ path }) => ofAll(`${path} cannot be read, so its usages are unknown`))];
}

function ofAll(text: string): Reason {
  return { text, isOfOneUse: false };
}

function refusalsOf(usages: readonly JudgedUsage[]): readonly Reason[] {
  return usages.flatMap(({ file, line, column, verdict }) =>
    verdict.kind === "refuse" && verdict.consequence !== true
      ? [{ text: `${file}:${line}:${column}: ${verdict.reason}`, isOfOneUse: verdict.everywhere !== true }]
      : [],
  );
}

/** The deviations of the exports and commands that are in use. */
export function deviationsIn({ files, scripts, usages }: PackageJudgement): readonly Deviation[] {
  const eras = new Set([...files.flatMap(({ sites }) => sites), ...scripts].map(({ era }) => era));
  return [...eras].flatMap((era) => deviationsOf(era?.deviations ?? [], usages));
}

/** True where some use can be rewritten without a file of its own. */
export function hasRewritable({ usages }: PackageJudgement): boolean {
  return usages.some(({ verdict }) => verdict.kind === "inline" || verdict.kind === "reference");
}

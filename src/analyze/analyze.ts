/** Which dependencies can go, what each would free, where each is used, and which uses can be rewritten. */
import type { Catalog } from "../catalog/catalog.ts";
import type { Dependency, Project } from "../project/project.ts";
import { enter } from "../steps.ts";
import type { Analysis, DependencyReport, Totals } from "./analysis.ts";
import { judgeDependencies } from "./dependencies/judge.ts";
import { footprintOfSet } from "./footprint.ts";
import { type Judgement, judge, type JudgeOptions, judgePackages } from "./judge.ts";
import { typedPackage } from "./tools/specifier.ts";
import { addRelief } from "./relief.ts";
import { findDeeper } from "./tree/deeper.ts";
import { findDuplicates } from "./tree/duplicates.ts";
import { findJointRemovals } from "./tree/sets.ts";
import { findUndeclared } from "./tree/undeclared.ts";
import { findTakeOvers } from "./vendor/take-overs.ts";

export interface AnalyzeOptions extends JudgeOptions {
  /** Directories of the workspaces to report on; all when absent. Usages are looked for everywhere. */
  readonly workspaces?: ReadonlySet<string>;
  /** What `judgeDirect` said of the same project, where somebody else needs it as well. */
  readonly judgement?: Judgement;
}

/** Judges every direct dependency for an analysis and a plan, which without it would each do so. */
export function judgeDirect(project: Project, catalog: Catalog, options: JudgeOptions = {}): Judgement {
  return judge(project, catalog, askedNames(project), options, false);
}

/**
 * Analyses a project as read, with the recipes of the catalogue: one report for each entry of each manifest, and what
 * the removable ones free together. Runs nothing, writes nothing, and reads only through the project's disk. What could
 * not be read is in `problems`; what depends on it is said to be unknown.
 */
export function analyze(project: Project, catalog: Catalog, options: AnalyzeOptions = {}): Analysis {
  const judgements = options.judgement?.packages ?? judgePackages(project, catalog, askedNames(project), options);
  enter("dependencies");
  const isAsked = ({ workspace }: { readonly workspace: string }): boolean =>
    options.workspaces?.has(workspace) ?? true;
  const judged = judgeDependencies(project, catalog, judgements, options.target).filter(isAsked);
  const dependencies = addRelief(project, judged);
  enter("packages");
  const root = project.manifests[0];
  return {
    schema: 1,
    name: root?.name ?? project.root.replace(/^.*[/\\]/, ""),
    workspaces: project.manifests
      .filter(({ directory }) => isAsked({ workspace: directory }))
      .map(({ directory, name, floor }) => ({ directory, name, floor })),
    dependencies,
    totals: totalsOf(project, dependencies),
    together: findJointRemovals(
      project,
      dependencies.filter(({ removal }) => removal !== "no"),
    ),
    duplicates: findDuplicates(project)?.filter(({ versions }) =>
      versions.some(({ broughtBy }) => options.workspaces === undefined || broughtBy.some(isAsked)),
    ),
    deeper: findDeeper(project, catalog)?.filter(({ broughtBy }) => broughtBy.some(isAsked)),
    undeclared: findUndeclared(project)?.filter(isAsked),
    vendorable: findTakeOvers(project, catalog, dependencies, options),
    problems: project.problems,
    graph: project.graph.known
      ? { known: true, source: project.graph.graph.source }
      : { known: false, reason: project.graph.reason },
  };
}

/** Every direct dependency, and the packages their types are of: a types package is used where those are. */
function askedNames(project: Project): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name } of project.manifests.flatMap((manifest) => manifest.dependencies)) {
    names.add(name);
    const typed = typedPackage(name);
    if (typed !== undefined) names.add(typed);
  }
  return names;
}

function totalsOf(project: Project, reports: readonly DependencyReport[]): Totals {
  const removable = reports.filter(({ removal }) => removal !== "no");
  const automatic = reports.filter(({ removal }) => removal === "automatic");
  return {
    direct: reports.filter(({ kind }) => kind !== "peer").length,
    removable: removable.length,
    automatic: automatic.length,
    freed: footprintOfSet(project, removable.map(entryOf)),
    freedAutomatically: footprintOfSet(project, automatic.map(entryOf)),
    lines: automatic.reduce((total, { lines }) => total + (lines ?? 0), 0),
    packages: packageCount(project),
  };
}

function entryOf({ name, range, kind, workspace }: DependencyReport): Dependency {
  return { name, range, kind, workspace };
}

function packageCount({ graph }: Project): number | undefined {
  if (!graph.known) return undefined;
  return [...graph.graph.nodes.values()].filter(({ importer }) => !importer).length;
}

import type { JudgedUsage } from "../../analyze/usage.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import { ShrinkdepsError } from "../../errors.ts";
import type { Project } from "../../project/project.ts";
import type { PlanOptions } from "../../rewrite/make-plan.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import { enter } from "../../steps.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { openProject, recipeCodeOption, refuseUnknown, type RecipeOptions } from "../project.ts";
import { parseTarget } from "../target.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";
import { filterOption, findWorkspaces, type FilterOptions } from "./filter.ts";

interface ExplainOptions extends DirectoryOptions, RecipeOptions, FilterOptions {
  readonly target?: string;
}

export const addExplain: AddCommand = (program, io, finish) => {
  program
    .command("explain")
    .argument("<package>", "a dependency, or a package anywhere in the tree")
    .description("why a package is here, what it costs, and what each use of it becomes")
    .option("--target <runtime>", "the lowest Node to support, whatever the manifests say", parseTarget)
    .addOption(filterOption())
    .addOption(recipeCodeOption())
    .addOption(directoryOption())
    .action((name: string, options: ExplainOptions) => finish(runExplain(name, options, io)));
};

const mostPaths = 8;

async function runExplain(name: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { cwd, target } = options;
  const { project, catalog } = await openProject(findDirectory(cwd, io), options);
  const workspaces = findWorkspaces(project, options);
  const within = workspaces === undefined ? {} : { workspaces };
  const { analyze } = await import("../../analyze/analyze.ts");
  const { reportExplanation } = await import("../../report/explain/explanation.ts");
  const { findPaths } = await import("../../report/explain/paths.ts");
  const { graph } = project;
  const paths = graph.known
    ? ({ known: true, paths: findPaths(graph.graph, name, { limit: mostPaths, ...within }) } as const)
    : graph;
  if (!paths.known || paths.paths.length === 0) {
    refuseUnknown([name], project);
    refuseElsewhere(name, project, workspaces);
  }
  const asked = { ...(target !== undefined && { target }), ...within };
  const analysis = analyze(project, catalog, asked);
  const changes = await planAlone(name, project, catalog, asked);
  enter("report");
  const dependencies = analysis.dependencies
    .filter((dependency) => dependency.name === name)
    .map((dependency) => ({ ...dependency, usages: changes(dependency.usages) }));
  io.stdout.write(reportExplanation({ name, paths, dependencies }, getTextOptions(io)));
  return getExitCode({ kind: "report" });
}

/** Throws for a dependency that only workspaces besides those named have. */
function refuseElsewhere(name: string, { manifests }: Project, workspaces: ReadonlySet<string> | undefined): void {
  const having = manifests.filter(({ dependencies }) => dependencies.some((dependency) => dependency.name === name));
  if (workspaces === undefined || having.some(({ directory }) => workspaces.has(directory))) return;
  const hint = `${having.map(({ path }) => path).join(", ")} ${having.length === 1 ? "has" : "have"} it`;
  throw new ShrinkdepsError("usage", `no workspace that --filter names needs ${JSON.stringify(name)}`, { hint });
}

/** What the package's own plan, as far as it goes, makes of its uses. */
async function planAlone(
  name: string,
  project: Project,
  catalog: Catalog,
  asked: Pick<PlanOptions, "target" | "workspaces">,
): Promise<(usages: readonly JudgedUsage[]) => readonly JudgedUsage[]> {
  const { plan } = await import("../../rewrite/make-plan.ts");
  const { withChanges } = await import("../../rewrite/line-changes.ts");
  const made = await plan(project, catalog, { ...asked, packages: [name], preview: true, allowDeviations: true });
  return (usages) => withChanges(usages, made);
}

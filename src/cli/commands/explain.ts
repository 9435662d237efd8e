import type { JudgedUsage } from "../../analyze/usage.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Project } from "../../project/project.ts";
import type { PackagePlan } from "../../rewrite/plan.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import { enter } from "../../steps.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { openProject, recipeCodeOption, refuseUnknown, type RecipeOptions } from "../project.ts";
import { parseTarget } from "../target.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface ExplainOptions extends DirectoryOptions, RecipeOptions {
  readonly target?: string;
}

export const addExplain: AddCommand = (program, io, finish) => {
  program
    .command("explain")
    .argument("<package>", "a dependency, or a package anywhere in the tree")
    .description("why a package is here, what it costs, and what each use of it becomes")
    .option("--target <runtime>", "the lowest Node to support, whatever the manifests say", parseTarget)
    .addOption(recipeCodeOption())
    .addOption(directoryOption())
    .action((name: string, options: ExplainOptions) => finish(runExplain(name, options, io)));
};

const mostPaths = 8;

async function runExplain(name: string, options: ExplainOptions, io: Io): Promise<ExitCode> {
  const { cwd, target } = options;
  const { project, catalog } = await openProject(findDirectory(cwd, io), options);
  const { analyze } = await import("../../analyze/analyze.ts");
  const { reportExplanation } = await import("../../report/explain/explanation.ts");
  const { findPaths } = await import("../../report/explain/paths.ts");
  const { graph } = project;
  const paths = graph.known ? ({ known: true, paths: findPaths(graph.graph, name, mostPaths) } as const) : graph;
  if (!paths.known || paths.paths.length === 0) refuseUnknown([name], project);
  const analysis = analyze(project, catalog, target === undefined ? {} : { target });
  const { usages } = await planAlone(name, project, catalog, target);
  enter("report");
  const dependencies = analysis.dependencies
    .filter((dependency) => dependency.name === name)
    .map((dependency) => ({ ...dependency, usages: withCode(dependency.usages, usages) }));
  io.stdout.write(reportExplanation({ name, paths, dependencies }, getTextOptions(io)));
  return getExitCode({ kind: "report" });
}

/** The package's own plan, as far as it goes: what its uses would become. */
async function planAlone(
  name: string,
  project: Project,
  catalog: Catalog,
  target: string | undefined,
): Promise<Pick<PackagePlan, "usages">> {
  const { plan } = await import("../../rewrite/make-plan.ts");
  const options = {
    packages: [name],
    partial: true,
    allowDeviations: true,
    ...(target === undefined ? {} : { target }),
  };
  const made = await plan(project, catalog, options);
  return made.packages.find((planned) => planned.package === name) ?? { usages: [] };
}

function withCode(usages: readonly JudgedUsage[], planned: readonly JudgedUsage[]): JudgedUsage[] {
  const code = new Map(planned.map(({ file, start, end, becomes }) => [`${file}:${start}:${end}`, becomes]));
  return usages.map((usage) => {
    const becomes = code.get(`${usage.file}:${usage.start}:${usage.end}`);
    return becomes === undefined ? usage : { ...usage, becomes };
  });
}

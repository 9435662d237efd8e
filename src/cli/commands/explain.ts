import { getExitCode, type ExitCode } from "../../report/exit.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { openProject, refuseUnknown } from "../project.ts";
import { parseTarget } from "../target.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface ExplainOptions extends DirectoryOptions {
  readonly target?: string;
}

export const addExplain: AddCommand = (program, io, finish) => {
  program
    .command("explain")
    .argument("<package>", "a dependency, or a package anywhere in the tree")
    .description("why a package is here, what it costs, and what each use of it becomes")
    .option("--target <runtime>", "the lowest Node to support, whatever the manifests say", parseTarget)
    .addOption(directoryOption())
    .action((name: string, options: ExplainOptions) => finish(runExplain(name, options, io)));
};

const mostPaths = 8;

async function runExplain(name: string, { cwd, target }: ExplainOptions, io: Io): Promise<ExitCode> {
  const { project, catalog } = await openProject(findDirectory(cwd, io));
  const { analyze } = await import("../../analyze/analyze.ts");
  const { reportExplanation } = await import("../../report/explain/explanation.ts");
  const { findPaths } = await import("../../report/explain/paths.ts");
  const { graph } = project;
  const paths = graph.known ? ({ known: true, paths: findPaths(graph.graph, name, mostPaths) } as const) : graph;
  if (!paths.known || paths.paths.length === 0) refuseUnknown([name], project);
  const analysis = analyze(project, catalog, target === undefined ? {} : { target });
  const dependencies = analysis.dependencies.filter((dependency) => dependency.name === name);
  io.stdout.write(reportExplanation({ name, paths, dependencies }, getTextOptions(io)));
  return getExitCode({ kind: "report" });
}

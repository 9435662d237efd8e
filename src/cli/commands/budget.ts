import { Option } from "commander";
import type { ProjectTree } from "../../project/tree.ts";
import type { BudgetFormat } from "../../report/budget/report.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { refuseFatal } from "../project.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface BudgetOptions extends DirectoryOptions {
  readonly format: BudgetFormat;
  readonly update?: boolean;
  readonly force?: boolean;
}

const formats: readonly BudgetFormat[] = ["terminal", "json", "markdown", "github"];

export const addBudget: AddCommand = (program, io, finish) => {
  program
    .command("budget")
    .description("whether the project holds more packages than was agreed")
    .addOption(new Option("--format <format>", "how to show it").choices(formats).default("terminal"))
    .option("--update", "write today's numbers as the limits; never raises one")
    .addOption(new Option("--force", "with --update: raise limits, too").implies({ update: true }))
    .addOption(directoryOption())
    .action((options: BudgetOptions) => finish(runBudget(options, io)));
};

async function runBudget(options: BudgetOptions, io: Io): Promise<ExitCode> {
  const { readTree } = await import("../../project/tree.ts");
  const project = readTree(findDirectory(options.cwd, io));
  refuseFatal(project);
  return options.update === true ? await update(project, options, io) : await check(project, options, io);
}

async function check(project: ProjectTree, { format }: BudgetOptions, io: Io): Promise<ExitCode> {
  const { checkBudget } = await import("../../budget/check.ts");
  const { reportBudget } = await import("../../report/budget/report.ts");
  const result = checkBudget(project);
  io.stdout.write(reportBudget(result, format, getTextOptions(io)));
  return getExitCode({ kind: "budget", result });
}

async function update(project: ProjectTree, { force }: BudgetOptions, io: Io): Promise<ExitCode> {
  const { updateBudget } = await import("../../budget/update.ts");
  const { writeSettings } = await import("../../apply/settings.ts");
  const { reportBudgetUpdate } = await import("../../report/budget/update.ts");
  const change = updateBudget(project, { force: force === true });
  if (change.file !== undefined) writeSettings(project.root, change.file);
  io.stdout.write(reportBudgetUpdate(change, getTextOptions(io)));
  return getExitCode({ kind: "budget-update", update: change });
}

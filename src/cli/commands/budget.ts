import { Option } from "commander";
import { ShrinkdepsError } from "../../errors.ts";
import type { ProjectTree } from "../../project/tree.ts";
import { budgetFormats } from "../../report/budget/report.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import { runCheck, type CheckOptions } from "../check.ts";
import { refuseInCi } from "../ci.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { directoryOption, findDirectory } from "./directory.ts";

interface BudgetOptions extends CheckOptions {
  readonly update?: boolean;
  readonly force?: boolean;
  readonly accept?: readonly string[];
  readonly reason?: string;
}

export const addBudget: AddCommand = (program, io, finish) => {
  program
    .command("budget")
    .description("whether the project holds more packages than was agreed, or others")
    .addOption(new Option("--format <format>", "how to show it").choices([...budgetFormats]).default("terminal"))
    .option("--base <commit>", "judge only what changed since: a branch, a tag or a hash")
    .option("--output <file>", "write it to a file of the project, and show it for a terminal as well")
    .option("--update", "write today's numbers and packages as agreed; raises no limit and adds no package")
    .addOption(new Option("--force", "with --update: raise limits, too").implies({ update: true }))
    .addOption(
      new Option("--accept <package>", "with --update: add a new package and what it brings; can be repeated")
        .argParser((name: string, names: readonly string[] = []) => [...names, name])
        .implies({ update: true }),
    )
    .option("--reason <text>", "with --accept: why; it is kept with the package")
    .addOption(directoryOption())
    .action((options: BudgetOptions) => finish(runBudget(options, io)));
};

async function runBudget(options: BudgetOptions, io: Io): Promise<ExitCode> {
  if (options.update !== true) {
    if (options.reason !== undefined) throw new ShrinkdepsError("usage", "--reason goes with --accept <package>");
    return await runCheck(options, io);
  }
  const { loadTree } = await import("../../project/tree.ts");
  return await update(await loadTree(findDirectory(options.cwd, io)), options, io);
}

async function update(project: ProjectTree, options: BudgetOptions, io: Io): Promise<ExitCode> {
  const { force, accept, reason, output, base } = options;
  refuseInCi(io);
  const ofCheck = output !== undefined ? "--output" : base !== undefined ? "--base" : undefined;
  if (ofCheck !== undefined) throw new ShrinkdepsError("usage", `${ofCheck} goes with a check, not with --update`);
  if ((accept === undefined) !== (reason === undefined) || reason?.trim() === "") {
    throw new ShrinkdepsError("usage", '--accept <package> and --reason "…" go together');
  }
  const { updateBudget } = await import("../../budget/update.ts");
  const { writeSettings } = await import("../../apply/settings.ts");
  const { reportBudgetUpdate } = await import("../../report/budget/update.ts");
  const change = updateBudget(project, {
    force: force === true,
    ...(accept !== undefined && reason !== undefined && { accept: { packages: accept, reason: reason.trim() } }),
  });
  for (const file of change.files) writeSettings(project.root, file);
  io.stdout.write(reportBudgetUpdate(change, getTextOptions(io)));
  return getExitCode({ kind: "budget-update", update: change });
}

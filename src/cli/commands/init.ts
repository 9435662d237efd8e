import { Option } from "commander";
import type { CiKind } from "../../budget/init/plan.ts";
import { ShrinkdepsError } from "../../errors.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import { refuseInCi } from "../ci.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { readVersion } from "../version.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface InitOptions extends DirectoryOptions {
  readonly ci?: CiKind;
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

export const addInit: AddCommand = (program, io, finish) => {
  program
    .command("init")
    .description("agree on today's packages, and write the workflow that checks them")
    .addOption(new Option("--ci <kind>", "where changes are checked").choices(["github", "gitlab", "script"]))
    .option("--force", "replace a workflow that is there")
    .option("--dry-run", "name the files, write nothing")
    .addOption(directoryOption())
    .action((options: InitOptions) => finish(runInit(options, io)));
};

async function runInit({ cwd, ci, force, dryRun }: InitOptions, io: Io): Promise<ExitCode> {
  refuseInCi(io);
  const { loadTree } = await import("../../project/tree.ts");
  const { readOrigin } = await import("../../project/git/origin.ts");
  const { planInit } = await import("../../budget/init/plan.ts");
  const { reportInit } = await import("../../report/budget/init.ts");
  const { writeSettings } = await import("../../apply/settings.ts");
  const project = await loadTree(findDirectory(cwd, io));
  const { branch, directory, service } = readOrigin(project.root);
  const kind = ci ?? service;
  if (kind === undefined) {
    throw new ShrinkdepsError("usage", "it is not clear where changes are checked", {
      hint: "--ci github, --ci gitlab or --ci script",
    });
  }
  const version = readVersion();
  const plan = planInit(project, { ci: kind, version, branch, directory, force: force === true });
  if (dryRun !== true) for (const file of plan.files) writeSettings(project.root, file);
  io.stdout.write(reportInit(plan, dryRun === true, getTextOptions(io)));
  return getExitCode({ kind: "report" });
}

import { Option } from "commander";
import type { Severity } from "../../audit/finding.ts";
import type { AuditFormat } from "../../report/audit/report.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import { enter } from "../../steps.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { refuseFatal } from "../project.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface AuditCommandOptions extends DirectoryOptions {
  readonly format: AuditFormat;
  readonly failOn: Severity | "never";
  readonly capabilities?: boolean;
}

const formats: readonly AuditFormat[] = ["terminal", "json", "markdown"];

export const addAudit: AddCommand = (program, io, finish) => {
  program
    .command("audit")
    .description("what the files say about the risk in the supply chain, and what they cannot say")
    .addOption(new Option("--format <format>", "how to show it").choices(formats).default("terminal"))
    .addOption(
      new Option("--fail-on <severity>", "the least severity that ends with 1")
        .choices(["high", "medium", "low", "never"])
        .default("high"),
    )
    .option("--capabilities", "parse the installed code for what it can do, too")
    .addOption(directoryOption())
    .action((options: AuditCommandOptions) => finish(runAudit(options, io)));
};

async function runAudit({ format, failOn, capabilities, cwd }: AuditCommandOptions, io: Io): Promise<ExitCode> {
  const { readProject } = await import("../../project/read.ts");
  const { audit } = await import("../../audit/audit.ts");
  const { reaches } = await import("../../audit/finding.ts");
  const { reportAudit } = await import("../../report/audit/report.ts");
  const project = readProject(findDirectory(cwd, io));
  refuseFatal(project);
  const result = audit(project, { capabilities: capabilities === true });
  enter("report");
  io.stdout.write(reportAudit(result, format, getTextOptions(io)));
  return getExitCode({ kind: "audit", reached: reaches(result, failOn) });
}

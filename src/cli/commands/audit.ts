import { Option } from "commander";
import type { Severity } from "../../audit/finding.ts";
import { auditFormats, type AuditFormat } from "../../report/audit/report.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import { enter } from "../../steps.ts";
import { readBase } from "../base.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";
import { askRegistry } from "../online.ts";
import { findPrefix } from "../prefix.ts";
import { refuseFatal } from "../project.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface AuditCommandOptions extends DirectoryOptions {
  readonly format: AuditFormat;
  readonly failOn: Severity | "never";
  readonly capabilities?: boolean;
  readonly online?: boolean;
  readonly base?: string;
}

export const addAudit: AddCommand = (program, io, finish) => {
  program
    .command("audit")
    .description("what the files say about the risk in the supply chain, and what they cannot say")
    .addOption(new Option("--format <format>", "how to show it").choices([...auditFormats]).default("terminal"))
    .addOption(
      new Option("--fail-on <severity>", "the least severity that ends with 1")
        .choices(["high", "medium", "low", "never"])
        .default("high"),
    )
    .option("--online", "ask the configured registry for age, deprecation, maintainers and provenance, too")
    .option(
      "--base <commit>",
      "tell only what came since, and what new code can do that none could: a branch, a tag or a hash",
    )
    .option("--capabilities", "parse the installed code for what it can do, too")
    .addOption(directoryOption())
    .action((options: AuditCommandOptions) => finish(runAudit(options, io)));
};

async function runAudit(options: AuditCommandOptions, io: Io): Promise<ExitCode> {
  const { format, failOn, capabilities, online, base: ref, cwd } = options;
  const { readProject } = await import("../../project/read.ts");
  const { audit } = await import("../../audit/audit.ts");
  const { reaches } = await import("../../audit/finding.ts");
  const { reportAudit } = await import("../../report/audit/report.ts");
  const project = readProject(findDirectory(cwd, io));
  refuseFatal(project);
  const offline = audit(project, {
    capabilities: capabilities === true,
    ...(ref !== undefined && { base: await readBase(project.root, ref) }),
  });
  const result = online === true ? await askRegistry(project, offline, io) : offline;
  enter("report");
  const prefix = format === "sarif" || format === "github" ? await findPrefix(project.root) : "";
  io.stdout.write(reportAudit(result, format, { ...getTextOptions(io), prefix }));
  return getExitCode({ kind: "audit", reached: reaches(result, failOn) });
}

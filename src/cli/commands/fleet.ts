import { Option } from "commander";
import type { FleetFormat } from "../../report/fleet/report.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import type { AddCommand } from "../command.ts";
import { getTextOptions, type Io } from "../io.ts";

const formats: readonly FleetFormat[] = ["terminal", "json", "markdown"];

export const addFleet: AddCommand = (program, io, finish) => {
  program
    .command("fleet")
    .argument("<reports...>", "what analyze --json wrote, a file for each repository")
    .description("which package, if replaced, would leave the most repositories")
    .addOption(new Option("--format <format>", "how to show it").choices(formats).default("terminal"))
    .action((paths: string[], { format }: { format: FleetFormat }) => finish(runFleet(paths, format, io)));
};

async function runFleet(paths: readonly string[], format: FleetFormat, io: Io): Promise<ExitCode> {
  const { createDisk } = await import("../../project/disk.ts");
  const { readSavedAnalysis } = await import("../../analyze/saved.ts");
  const { fleetOf } = await import("../../analyze/fleet.ts");
  const { reportFleet } = await import("../../report/fleet/report.ts");
  const disk = createDisk(io.cwd);
  const analyses = paths.map((path) => readSavedAnalysis(disk, path));
  io.stdout.write(reportFleet(fleetOf(analyses), format, getTextOptions(io)));
  return getExitCode({ kind: "report" });
}

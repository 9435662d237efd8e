import { normalize } from "node:path";
import { Option } from "commander";
import type { SavedAnalysis } from "../../analyze/saved.ts";
import { ShrinkdepsError } from "../../errors.ts";
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
  const analyses: SavedAnalysis[] = [];
  const failures: ShrinkdepsError[] = [];
  for (const path of new Set(paths.map((one) => normalize(one)))) {
    try {
      analyses.push(readSavedAnalysis(disk, path));
    } catch (error) {
      if (!(error instanceof ShrinkdepsError)) throw error;
      failures.push(error);
    }
  }
  // One broken report of a thousand stops no table, but none at all is no table.
  if (analyses.length === 0 && failures[0] !== undefined) throw failures[0];
  const unreadable = failures.map(({ message, path = "" }) => ({ path, message }));
  io.stdout.write(reportFleet(fleetOf(analyses, unreadable), format, getTextOptions(io)));
  return getExitCode({ kind: "fleet", unreadable: unreadable.length });
}

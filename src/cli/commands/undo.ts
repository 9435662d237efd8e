import { ShrinkdepsError } from "../../errors.ts";
import { getExitCode, type ExitCode } from "../../report/exit.ts";
import type { AddCommand } from "../command.ts";
import { findDirectory, directoryOption, type DirectoryOptions } from "./directory.ts";
import { getTextOptions, type Io } from "../io.ts";

export const addUndo: AddCommand = (program, io, finish) => {
  program
    .command("undo")
    .description("take the last apply back")
    .addOption(directoryOption())
    .action((options: DirectoryOptions) => finish(runUndo(options, io)));
};

async function runUndo(options: DirectoryOptions, io: Io): Promise<ExitCode> {
  const { undo } = await import("../../apply/undo.ts");
  const { reportUndo } = await import("../../report/apply/undo.ts");
  const { createDisk } = await import("../../project/disk.ts");
  const directory = findDirectory(options.cwd, io);
  if (!createDisk(directory).isDirectory("")) {
    throw new ShrinkdepsError("usage", "there is no such directory", { path: directory, hint: "check the path" });
  }
  const result = undo(directory);
  io.stdout.write(reportUndo(result, getTextOptions(io)));
  return getExitCode({ kind: "undo", result });
}

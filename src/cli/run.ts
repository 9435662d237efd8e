import { describeError, ShrinkdepsError } from "../errors.ts";
import type { ExitCode } from "../report/exit.ts";
import { printable } from "../report/text/cells.ts";
import { readCheckLine, runCheck, type CheckOptions } from "./check.ts";
import type { Io } from "./io.ts";

/**
 * Runs one command line (`argv` without node and the script) to its end. Returns the exit code: 0 fine, 1 findings, 2
 * could not run, which is then told on stderr in one line. Never throws; an unknown error shows its stack.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    const check = readCheckLine(argv);
    if (check !== undefined) return await (io.isErrorTTY ? runWatched : runCheck)(check, io);
    const { runProgram } = await import("./program.ts");
    return await runProgram(argv, io);
  } catch (error) {
    io.stderr.write(`${describeFailure(error)}\n`);
    return 2;
  }
}

/** A line of progress takes a terminal: elsewhere a check loads nothing for it. */
async function runWatched(check: CheckOptions, io: Io): Promise<ExitCode> {
  const { watch } = await import("./watch.ts");
  const watching = watch(io);
  try {
    return await runCheck(check, watching.io);
  } finally {
    watching.stop();
  }
}

function describeFailure(error: unknown): string {
  if (error instanceof ShrinkdepsError) return `shrinkdeps: ${printable(describeError(error))}`;
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `shrinkdeps: this should not have happened, and is worth a report\n${stack}`;
}

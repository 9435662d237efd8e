import { run } from "./run.ts";

/** Runs the command line of a process and sets its exit code. */
export async function main(process: NodeJS.Process): Promise<void> {
  const { stdin, stdout, stderr } = process;
  // A reader that has seen enough (`| head`) closes the pipe. What was begun is finished without being shown.
  for (const stream of [stdout, stderr]) stream.on("error", ignoreClosedPipe);
  process.exitCode = await run(process.argv.slice(2), {
    stdout,
    stderr,
    stdin,
    isTTY: stdin.isTTY === true && stdout.isTTY === true,
    isOutputTTY: stdout.isTTY === true,
    isErrorTTY: stderr.isTTY === true,
    columns: stdout.columns,
    env: process.env,
    cwd: process.cwd(),
  });
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}

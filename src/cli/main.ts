import { setFlagsFromString } from "node:v8";
import { run } from "./run.ts";

/** Runs the command line of a process and sets its exit code. */
export async function main(process: NodeJS.Process): Promise<void> {
  // Most runs end before code has paid that V8 optimised on other threads: Node 20's then waits 15 times as long.
  // What apply checks by the compiler runs long enough to pay.
  const isNode20 = process.versions.v8.startsWith("11.3.");
  if (isNode20 && process.argv[2] !== "apply") setFlagsFromString("--interrupt-budget=1000000");
  // The young generation of Node 24 and 26 grows by a hundred megabytes, and saves next to no time by it.
  if (/^1[34]\./.test(process.versions.v8)) setFlagsFromString("--semi-space-growth-factor=1");
  const { stdout, stderr } = process;
  // A reader that has seen enough (`| head`) closes the pipe. What was begun is finished without being shown.
  for (const stream of [stdout, stderr]) stream.on("error", ignoreClosedPipe);
  process.exitCode = await run(process.argv.slice(2), {
    stdout,
    stderr,
    // Made when it is asked for: a check never does, and a stream takes as long as some of its steps.
    get stdin() {
      return process.stdin;
    },
    get isTTY() {
      return process.stdin.isTTY === true && stdout.isTTY === true;
    },
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

/** Listens to a run: a line of progress on a terminal where it takes long, and the time each step took. */
import { isColorWanted } from "../report/text/paint.ts";
import type { Timing } from "../report/steps/timing.ts";
import { onStep, type Step, type StepName } from "../steps.ts";
import type { Io, Output } from "./io.ts";
import { createProgress } from "./progress.ts";

export interface Watch {
  /** The same as was given, with the line out of the way of what is written. */
  readonly io: Io;
  /** Milliseconds by step, up to now. */
  timing(): Timing;
  /** Ends it, and takes the line away. */
  stop(): void;
}

/** Watches what runs in this process from now on; `now` gives milliseconds since the process was started. */
export function watch(io: Io, now: () => number = () => performance.now()): Watch {
  const progress = createProgress(
    io.stderr,
    { color: isColorWanted(io.env, io.isErrorTTY), columns: Math.max(io.columns ?? 80, 40) },
    io.isErrorTTY && io.env["TERM"] !== "dumb",
  );
  const steps = new Map<StepName, number>();
  const begun = now();
  let current: StepName | undefined;
  let since = begun;
  let start = begun;
  const account = (at: number): void => {
    if (current === undefined) start += at - since;
    else steps.set(current, (steps.get(current) ?? 0) + at - since);
    since = at;
  };
  const stop = onStep((step: Step) => {
    const at = now();
    account(at);
    current = step.name;
    progress.show(step, at - begun);
  });
  return {
    io: { ...io, stdout: behind(io.stdout, progress.erase), stderr: behind(io.stderr, progress.erase) },
    timing() {
      account(now());
      return { start, steps, memory: process.resourceUsage().maxRSS * 1024 };
    },
    stop() {
      stop();
      progress.erase();
    },
  };
}

function behind(output: Output, erase: () => void): Output {
  return {
    write(text) {
      erase();
      return output.write(text);
    },
  };
}

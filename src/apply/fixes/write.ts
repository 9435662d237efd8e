/** Writes the fixes of an audit, all or none, and with a command of the user's own only where that passes with them. */
import { ShrinkdepsError } from "../../errors.ts";
import type { Project } from "../../project/project.ts";
import { enter } from "../../steps.ts";
import { commit, type FileChange } from "../transaction/commit.ts";
import { openTransaction } from "../transaction/transaction.ts";
import { runCommand, type Stream } from "../verify/command.ts";
import { catchInterrupts } from "../verify/interrupt.ts";

export interface VerifyFixes {
  readonly command: string;
  /** Called before each run, with whether the fixes are written by then. */
  readonly onRun?: (isFixed: boolean) => void;
  readonly onOutput?: (stream: Stream, text: string) => void;
}

/** Returns the paths written. Throws what a transaction throws. */
export function writeFixes(project: Project, changes: readonly FileChange[]): readonly string[] {
  enter("write");
  return commit(project.root, changes);
}

/**
 * Runs the command, writes, and runs it again; where it fails, or is interrupted, everything is as before and `verify` is
 * thrown.
 */
export async function writeVerifiedFixes(
  project: Project,
  changes: readonly FileChange[],
  { command, onRun = () => {}, onOutput = () => {} }: VerifyFixes,
): Promise<readonly string[]> {
  const transaction = openTransaction(project.root);
  try {
    return await catchInterrupts(async (interrupt) => {
      const run = async (isFixed: boolean): Promise<void> => {
        onRun(isFixed);
        enter("verify");
        const result = await runCommand(command, { cwd: project.root, interrupt, onOutput });
        enter("write");
        if (result.passed && interrupt.signal === undefined) return;
        const kept = transaction.takeBack().some((file) => file.kind === "kept");
        const hint = kept ? "some files are still changed: run `shrinkdeps undo`" : "nothing was changed";
        const when = isFixed ? "with the fixes" : "on the project as it is, so it can prove nothing";
        const reason = result.passed ? `was interrupted by ${interrupt.signal}` : `fails ${when}: ${result.reason}`;
        throw new ShrinkdepsError("verify", `\`${command}\` ${reason}`, { hint });
      };
      await run(false);
      const { paths } = transaction.write(changes, { packages: [] });
      await run(true);
      transaction.settle();
      return paths;
    });
  } finally {
    transaction.close();
  }
}

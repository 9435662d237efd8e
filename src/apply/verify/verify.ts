/** Law 8 with the project's own command: it runs before and after, and packages whose removal it refuses are put back. */
import { ShrinkdepsError } from "../../errors.ts";
import type { Project } from "../../project/project.ts";
import type { Plan } from "../../rewrite/plan.ts";
import { enter } from "../../steps.ts";
import { prepare, type Prepared } from "../prepare.ts";
import type { PutBack, Receipt } from "../receipt.ts";
import { openTransaction, type Transaction } from "../transaction/transaction.ts";
import { bisect, type Guilty } from "./bisect.ts";
import { runCommand, type CommandRun, type Stream } from "./command.ts";
import { listInstalled, listLeaving } from "./installed.ts";
import { catchInterrupts, type Interrupt } from "./interrupt.ts";

export interface VerifyOptions {
  /** One line, as it would be typed in the project's root ("npm test"). */
  readonly command: string;
  /** Makes the plan again without some packages, to put back those whose removal the command refuses. */
  readonly replan: (without: readonly string[]) => Promise<Plan>;
  /** False leaves out the type check of what is planned again. */
  readonly typeCheck?: boolean;
  /** Called before each run with the packages that are gone in it; none in the first. */
  readonly onRun?: (gone: readonly string[]) => void;
  readonly onOutput?: (stream: Stream, text: string) => void;
}

export type Verified =
  /** It fails on the project as it was, so it proves nothing. Nothing was changed. */
  | { readonly kind: "red"; readonly reason: string; readonly runs: number }
  /** Written is what it passes with; nothing, when every package was put back. */
  | { readonly kind: "written"; readonly plan: Plan; readonly receipt: Receipt };

/**
 * Writes what was prepared as far as the command passes with it. It runs on the project as it is, then with everything
 * written and the packages that leave moved out of node_modules; when it fails then, guilty packages are found by bisection.
 * One transaction: killed at any moment, the project is as before or one undo from it. Throws `verify` when interrupted,
 * `conflict` when the command itself changed a file that would have to be put back, and what a transaction throws.
 */
export async function writeVerified(project: Project, prepared: Prepared, options: VerifyOptions): Promise<Verified> {
  const transaction = openTransaction(project.root);
  try {
    return await catchInterrupts((interrupt) => verify({ project, prepared, options, transaction, interrupt }));
  } finally {
    transaction.close();
  }
}

interface Verification {
  readonly project: Project;
  readonly prepared: Prepared;
  readonly options: VerifyOptions;
  readonly transaction: Transaction;
  readonly interrupt: Interrupt;
}

/** What is written at the moment, and what of node_modules was not moved aside for it. */
interface Standing {
  readonly going: readonly string[];
  readonly prepared: Prepared;
  readonly stillInstalled: readonly string[];
}

async function verify(verification: Verification): Promise<Verified> {
  const { prepared, options, transaction } = verification;
  const now: { runs: number; standing: Standing | undefined } = { runs: 0, standing: undefined };
  const run = async (gone: readonly string[]): Promise<CommandRun> => {
    now.runs += 1;
    options.onRun?.(gone);
    return await runOnce(verification);
  };
  const stand = async (going: readonly string[]): Promise<Standing> => {
    takeBack(verification);
    now.standing = undefined;
    return (now.standing = await writeOnly(verification, going));
  };
  const attempt = async (going: readonly string[]): Promise<CommandRun> => {
    const { prepared: made } = await stand(going);
    return made.changes.length === 0 ? { passed: true } : await run(packagesOf(made.plan));
  };

  const before = await run([]);
  if (!before.passed) return { kind: "red", reason: before.reason, runs: now.runs };
  const packages = packagesOf(prepared.plan);
  const after = await attempt(packages);
  const found = after.passed ? { guilty: [], innocent: packages } : await bisect(packages, after.reason, attempt);
  if (found.innocent.length === 0) {
    takeBack(verification);
    const again = await run([]);
    if (!again.passed) return { kind: "red", reason: again.reason, runs: now.runs };
  }
  const last = isFor(now.standing, found.innocent) ? now.standing : await stand(found.innocent);
  const lost = transaction.settle();
  const receipt = receiptOf(verification, last, found.guilty, lost, now.runs);
  return { kind: "written", plan: last.prepared.plan, receipt };
}

function isFor(standing: Standing | undefined, going: readonly string[]): standing is Standing {
  return standing !== undefined && going.length > 0 && standing.going.join("\n") === going.join("\n");
}

async function writeOnly(verification: Verification, going: readonly string[]): Promise<Standing> {
  const { project, transaction } = verification;
  const made = await prepareOnly(verification, going);
  if (made.changes.length === 0) return { going, prepared: made, stillInstalled: [] };
  const { hidden } = transaction.write(made.changes, {
    packages: made.receipt.removed,
    hide: listLeaving(project, made),
  });
  return { going, prepared: made, stillInstalled: listInstalled(project, made, hidden) };
}

async function runOnce(verification: Verification): Promise<CommandRun> {
  const { project, options, interrupt } = verification;
  const { command, onOutput = () => {} } = options;
  endIfInterrupted(verification);
  enter("verify");
  const run = await runCommand(command, { cwd: project.root, interrupt, onOutput });
  enter("write");
  endIfInterrupted(verification);
  return run;
}

function endIfInterrupted({ options, transaction, interrupt }: Verification): void {
  if (interrupt.signal === undefined) return;
  const kept = transaction.takeBack().filter((file) => file.kind === "kept");
  const hint = kept.length === 0 ? "nothing was changed" : "some files are still changed: run `shrinkdeps undo`";
  throw new ShrinkdepsError("verify", `\`${options.command}\` was interrupted by ${interrupt.signal}`, { hint });
}

/** Everything as it was, so that the plan can be made again from it. */
function takeBack({ options, transaction }: Verification): void {
  const kept = transaction.takeBack().find((file) => file.kind === "kept");
  if (kept === undefined) return;
  throw new ShrinkdepsError("conflict", `\`${options.command}\` changed it, so it cannot be put back`, {
    path: kept.path,
    hint: "everything else is as before; `shrinkdeps undo` gives the original of this file",
  });
}

function packagesOf(plan: Plan): readonly string[] {
  return plan.packages.filter((one) => one.outcome !== "stay").map((one) => one.package);
}

/** What was prepared, made again for some of its packages. */
async function prepareOnly({ project, prepared, options }: Verification, going: readonly string[]): Promise<Prepared> {
  const others = packagesOf(prepared.plan).filter((name) => !going.includes(name));
  if (others.length === 0) return prepared;
  const without = [...prepared.receipt.putBack.map((one) => one.package), ...others];
  const replan = (more: readonly string[]) => options.replan([...without, ...more]);
  const types = options.typeCheck === undefined ? {} : { typeCheck: options.typeCheck };
  return await prepare(project, await replan([]), { replan, ...types });
}

function receiptOf(
  { prepared, options: { command } }: Verification,
  last: Standing,
  guilty: readonly Guilty[],
  lost: readonly string[],
  runs: number,
): Receipt {
  const { receipt } = last.prepared;
  const types = last.prepared === prepared ? [] : prepared.receipt.putBack;
  const notes = [
    ...(last.stillInstalled.length === 0
      ? []
      : [
          `${last.stillInstalled.join(", ")} stayed installed while \`${command}\` ran, so it would not have noticed an import left behind`,
        ]),
    ...(lost.length === 0 ? [] : [`\`${command}\` changed node_modules itself: run an install to bring it in step`]),
  ];
  return {
    ...receipt,
    putBack: [...types, ...receipt.putBack, ...guilty.map((one) => putBackOf(one, command))],
    notProved: receipt.files.length === 0 ? [] : [...receipt.notProved, ...notes],
    verified: { command, runs },
  };
}

function putBackOf({ package: name, passedWithout, reason }: Guilty, command: string): PutBack {
  const too = passedWithout.length === 0 ? "" : ` too (it passes when only ${passedWithout.join(", ")} go)`;
  return { package: name, by: "command", reasons: [`\`${command}\` fails with ${reason} when it goes${too}`] };
}

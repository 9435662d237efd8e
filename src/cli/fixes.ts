/** `apply --audit-fixes`: the plan, the question, and the writing, as for removals. */
import { ShrinkdepsError } from "../errors.ts";
import { getExitCode, type ExitCode } from "../report/exit.ts";
import { confirm } from "./confirm.ts";
import { findDirectory, type DirectoryOptions } from "./directory.ts";
import { getTextOptions, type Io } from "./io.ts";
import { refuseFatal } from "./project.ts";

export interface FixOptions extends DirectoryOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly verify?: string;
}

/** What removals are asked for with, and fixes have no use for. */
const others = [
  "partial",
  "unused",
  "allowDeviations",
  "target",
  "install",
  "filter",
  "allowRecipeCode",
  "vendor",
] as const;

type Others = Partial<Record<(typeof others)[number], unknown>> & { readonly format?: string };

/** Throws for a line that asks for removals, too: each is a change of its own, to be looked at by itself. */
export function refuseRemovals(names: readonly string[], options: Others): void {
  const [name] = names;
  const option = others.find((one) => options[one] !== undefined && options[one] !== false);
  const asked =
    name ??
    (option === undefined ? undefined : `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
  if (asked !== undefined || options.format === "markdown") {
    throw new ShrinkdepsError("usage", `--audit-fixes goes without ${asked ?? "--format markdown"}`, {
      hint: "remove packages in a run of their own",
    });
  }
}

export async function runFixes(options: FixOptions, io: Io): Promise<ExitCode> {
  const { readProject } = await import("../project/read.ts");
  const { planFixes } = await import("../audit/fixes/plan.ts");
  const { changesOfFixes } = await import("../apply/fixes/changes.ts");
  const { renderDiff } = await import("../report/diff/diff.ts");
  const { reportFixes, reportFixesWritten } = await import("../report/fixes/report.ts");
  const project = readProject(findDirectory(options.cwd, io));
  refuseFatal(project);
  const plan = planFixes(project);
  const changes = changesOfFixes(project, plan);
  const text = getTextOptions(io);
  const diff =
    options.dryRun === true && changes.length > 0
      ? `${renderDiff(changes, { color: text.color, brief: io.isOutputTTY })}\n`
      : "";
  io.stdout.write(diff + reportFixes(plan, text));
  if (options.dryRun === true || changes.length === 0) return getExitCode({ kind: "report" });
  if (options.yes !== true) {
    if (!io.isTTY) {
      io.stderr.write("shrinkdeps: nothing was written, as there is no terminal to ask on (add --yes, or --dry-run)\n");
      return getExitCode({ kind: "unconfirmed" });
    }
    if (!(await confirm("\nMake these changes?", io))) {
      io.stdout.write("Nothing was written.\n");
      return getExitCode({ kind: "report" });
    }
  }
  const { writeFixes, writeVerifiedFixes } = await import("../apply/fixes/write.ts");
  const { describeRunOn } = await import("../report/apply/run.ts");
  const { verify: command } = options;
  const paths =
    command === undefined
      ? writeFixes(project, changes)
      : await writeVerifiedFixes(project, changes, {
          command,
          onRun: (isFixed) =>
            io.stdout.write(
              `\n${describeRunOn(command, isFixed ? "with the fixes" : "on the project as it is", text)}`,
            ),
          onOutput: (stream, output) => io[stream].write(output),
        });
  io.stdout.write(`\n${reportFixesWritten(paths, plan, command, text)}`);
  return getExitCode({ kind: "report" });
}

import { InvalidArgumentError, Option } from "commander";
import type { Prepared } from "../../apply/apply.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Project } from "../../project/project.ts";
import { findKept, getExitCode, type ExitCode } from "../../report/exit.ts";
import type { Receipt } from "../../apply/receipt.ts";
import { ShrinkdepsError } from "../../errors.ts";
import type { PlanOptions } from "../../rewrite/make-plan.ts";
import type { Plan } from "../../rewrite/plan.ts";
import { enter } from "../../steps.ts";
import type { AddCommand } from "../command.ts";
import { confirm } from "../confirm.ts";
import { refuseRemovals, runFixes } from "../fixes.ts";
import { getTextOptions, type Io, type Output } from "../io.ts";
import { openProject, recipeCodeOption, refuseUnknown, type RecipeOptions } from "../project.ts";
import { parseTarget } from "../target.ts";
import { findUnused } from "../unused.ts";
import { listVendored, showVendorable, vendorOption, type VendorOptions } from "../vendor.ts";
import { filterOption, findWorkspaces, type FilterOptions } from "./filter.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface ApplyOptions extends DirectoryOptions, RecipeOptions, FilterOptions, VendorOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly partial?: boolean;
  readonly target?: string;
  readonly allowDeviations?: boolean;
  readonly unused?: boolean;
  readonly install?: boolean;
  readonly auditFixes?: boolean;
  readonly verify?: string;
  readonly format: "terminal" | "markdown";
}

export const addApply: AddCommand = (program, io, finish) => {
  program
    .command("apply")
    .argument("[package...]", "what to remove; without names, everything that can go safely")
    .description("rewrite the uses of dependencies to the standard library, and remove them")
    .option("-y, --yes", "write without asking")
    .option("-n, --dry-run", "show the changes as a diff and write nothing")
    .option("--partial", "rewrite the uses that can be, even where the package has to stay")
    .option("--unused", "remove what nothing uses, too")
    .addOption(vendorOption())
    .option("--allow-deviations", "accept replacements that a program could tell from the package")
    .option("--target <runtime>", "the lowest Node to support, whatever the manifests say", parseTarget)
    .addOption(
      new Option("--verify <command>", "run it before and after, and put back the packages it fails without")
        .argParser(parseCommand)
        .conflicts("dryRun"),
    )
    .addOption(
      new Option("--format <format>", "how to tell it; markdown is the description of a pull request")
        .choices(["terminal", "markdown"])
        .default("terminal"),
    )
    .option("--audit-fixes", "instead of removing packages, mend what the audit finds and the lockfile decides")
    .option("--install", "bring node_modules in step afterwards")
    .addOption(filterOption())
    .addOption(recipeCodeOption())
    .addOption(directoryOption())
    .action((names: string[], options: ApplyOptions) => finish(runApply(names, options, io)));
};

async function runApply(asked: readonly string[], options: ApplyOptions, io: Io): Promise<ExitCode> {
  if (options.auditFixes === true) {
    refuseRemovals(asked, options);
    return await runFixes(options, io);
  }
  const { project, catalog } = await openProject(findDirectory(options.cwd, io), options);
  const names = [...new Set([...asked, ...listVendored(options)])];
  refuseUnknown(names, project);
  if (options.vendor === true) return await showVendorable(project, catalog, options, io);
  const replan = await planner(project, catalog, names, options);
  const { prepare } = await import("../../apply/apply.ts");
  const prepared = await prepare(project, await replan([]), { replan });
  await showChanges(prepared, options, io);
  const partial = options.partial === true;
  const code = getExitCode({ kind: "plan", plan: prepared.plan, names, partial });
  const isIdle = prepared.changes.length === 0 && names.length === 0;
  if (options.dryRun === true) {
    if (isIdle) await tellUnused(project, catalog, options, io);
    return code;
  }
  if (code !== 0) {
    const kept = findKept(prepared.plan, names, partial);
    besides(options, io).write(
      `\nNothing was written, because of what stays: ${kept.join(", ")}. Leave it out, or add --partial.\n`,
    );
    return code;
  }
  if (prepared.changes.length === 0) {
    if (prepared.plan.packages.length > 0)
      besides(options, io).write("\nNothing was written: nothing else can go as it is.\n");
    if (isIdle) await tellUnused(project, catalog, options, io);
    return code;
  }
  await warnOfMixture(project, prepared, options, io);
  if (options.yes !== true) {
    if (!io.isTTY) {
      io.stderr.write("shrinkdeps: nothing was written, as there is no terminal to ask on (add --yes, or --dry-run)\n");
      return getExitCode({ kind: "unconfirmed" });
    }
    if (!(await confirm("\nMake these changes?", io))) {
      besides(options, io).write("Nothing was written.\n");
      return 0;
    }
  }
  if (options.verify === undefined) return await writeChanges(project, prepared, options, io);
  return await writeWhatPasses({ project, prepared, names, replan, options, io, command: options.verify });
}

/** A description is to be kept: what else there is to tell goes beside it. */
function besides({ format }: ApplyOptions, io: Io): Output {
  return format === "markdown" ? io.stderr : io.stdout;
}

type Replan = (without: readonly string[]) => Promise<Plan>;

async function planner(
  project: Project,
  catalog: Catalog,
  names: readonly string[],
  options: ApplyOptions,
): Promise<Replan> {
  const { plan } = await import("../../rewrite/make-plan.ts");
  const workspaces = findWorkspaces(project, options);
  const { vendor } = await import("../../analyze/vendor/catalog.ts");
  const vendored = vendor(project, catalog, listVendored(options));
  const isAsked = names.length > 0 || options.unused === true;
  const idle = isAsked ? await findUnused(project, catalog, workspaces) : undefined;
  const planOptions: PlanOptions = {
    unfit: vendored.refused,
    ...(workspaces !== undefined && { workspaces }),
    partial: options.partial === true,
    allowDeviations: options.allowDeviations === true,
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(names.length === 0 ? {} : { packages: names }),
    ...(idle !== undefined && { doubts: idle.doubts, ...(options.unused === true && { unused: idle.unused }) }),
  };
  return (without) => plan(project, vendored.catalog, { ...planOptions, without });
}

/** Where nothing is replaced, what could go all the same. */
async function tellUnused(project: Project, catalog: Catalog, options: ApplyOptions, io: Io): Promise<void> {
  if (options.unused === true) return;
  const { unused } = await findUnused(project, catalog, findWorkspaces(project, options));
  if (unused.length === 0) return;
  const what = unused.length === 1 ? "a package" : `${unused.length} packages`;
  besides(options, io).write(`No code uses ${what} of the manifest: ${unused.join(", ")}; to remove, add --unused.\n`);
}

async function showChanges({ plan, changes, receipt }: Prepared, options: ApplyOptions, io: Io): Promise<void> {
  if (options.format === "markdown") {
    if (options.dryRun === true) await showDescription(plan, receipt, io);
    return;
  }
  enter("report");
  const { reportPlan } = await import("../../report/plan/summary.ts");
  const { renderDiff } = await import("../../report/diff/diff.ts");
  const text = getTextOptions(io);
  const diff = options.dryRun === true ? renderDiff(changes, { color: text.color, brief: io.isOutputTTY }) : "";
  io.stdout.write(`${diff}${diff === "" ? "" : "\n"}${reportPlan(plan, text, receipt.putBack)}`);
}

/** A dirty tree is the user's own affair: what is theirs stays theirs, but a diff would show both together. */
async function warnOfMixture({ root }: Project, { changes }: Prepared, options: ApplyOptions, io: Io): Promise<void> {
  const { listUncommitted } = await import("../../apply/uncommitted.ts");
  const { warnUncommitted } = await import("../../report/apply/uncommitted.ts");
  const written = changes.map(({ path }) => path);
  const warning = warnUncommitted(listUncommitted(root), written, getTextOptions(io));
  if (warning !== "") besides(options, io).write(`\n${warning}`);
}

async function showDescription(plan: Plan, receipt: Receipt, io: Io): Promise<void> {
  const { describeApply } = await import("../../report/apply/description.ts");
  io.stdout.write(describeApply(plan, receipt));
}

async function writeChanges(project: Project, prepared: Prepared, options: ApplyOptions, io: Io): Promise<ExitCode> {
  const { write } = await import("../../apply/apply.ts");
  const receipt = write(project, prepared, { install: options.install === true });
  return await showReceipt(prepared.plan, receipt, options, io);
}

async function showReceipt(plan: Plan, receipt: Receipt, options: ApplyOptions, io: Io): Promise<ExitCode> {
  if (options.format === "markdown") {
    await showDescription(plan, receipt, io);
  } else {
    const { reportReceipt } = await import("../../report/apply/receipt.ts");
    io.stdout.write(`\n${reportReceipt(receipt, getTextOptions(io))}`);
  }
  return getExitCode({ kind: "installation", installation: receipt.installation });
}

interface Verification {
  readonly project: Project;
  readonly prepared: Prepared;
  readonly names: readonly string[];
  readonly replan: Replan;
  readonly options: ApplyOptions;
  readonly io: Io;
  readonly command: string;
}

/** Writes as far as the command passes. Where it fails before any change, --yes is no answer to whether it is wanted. */
async function writeWhatPasses(verification: Verification): Promise<ExitCode> {
  const { project, prepared, names, replan, options, io, command } = verification;
  const { finish } = await import("../../apply/apply.ts");
  const { writeVerified } = await import("../../apply/verify/verify.ts");
  const { describeRun } = await import("../../report/apply/run.ts");
  const verified = await writeVerified(project, prepared, {
    command,
    replan,
    onRun: (gone) => besides(options, io).write(`\n${describeRun(command, gone, getTextOptions(io))}`),
    onOutput: (stream, text) => (options.format === "markdown" ? io.stderr : io[stream]).write(text),
  });
  if (verified.kind === "written") {
    const receipt = finish(project, verified.receipt, { install: options.install === true });
    const code = await showReceipt(verified.plan, receipt, options, io);
    const kept = getExitCode({ kind: "plan", plan: verified.plan, names, partial: options.partial === true });
    return kept === 0 ? code : kept;
  }
  const said = `\`${command}\` fails on the project as it is (${verified.reason}), so it can prove nothing`;
  if (options.yes !== true && io.isTTY && (await confirm(`\n${said}. Make the changes without it?`, io))) {
    return await writeChanges(project, prepared, options, io);
  }
  throw new ShrinkdepsError("verify", said, { hint: "nothing was changed; make it pass first, or leave out --verify" });
}

function parseCommand(command: string): string {
  if (command.trim() === "") throw new InvalidArgumentError('Give a command, as in --verify "npm test".');
  return command;
}

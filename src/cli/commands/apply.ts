import type { Prepared } from "../../apply/apply.ts";
import type { Catalog } from "../../catalog/catalog.ts";
import type { Project } from "../../project/project.ts";
import { findKept, getExitCode, type ExitCode } from "../../report/exit.ts";
import type { PlanOptions } from "../../rewrite/make-plan.ts";
import type { AddCommand } from "../command.ts";
import { confirm } from "../confirm.ts";
import { getTextOptions, type Io } from "../io.ts";
import { openProject, refuseUnknown } from "../project.ts";
import { parseTarget } from "../target.ts";
import { directoryOption, findDirectory, type DirectoryOptions } from "./directory.ts";

interface ApplyOptions extends DirectoryOptions {
  readonly yes?: boolean;
  readonly dryRun?: boolean;
  readonly partial?: boolean;
  readonly target?: string;
  readonly allowDeviations?: boolean;
  readonly unused?: boolean;
  readonly install?: boolean;
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
    .option("--allow-deviations", "accept replacements that a program could tell from the package")
    .option("--target <runtime>", "the lowest Node to support, whatever the manifests say", parseTarget)
    .option("--install", "bring node_modules in step afterwards")
    .addOption(directoryOption())
    .action((names: string[], options: ApplyOptions) => finish(runApply(names, options, io)));
};

async function runApply(names: readonly string[], options: ApplyOptions, io: Io): Promise<ExitCode> {
  const { project, catalog } = await openProject(findDirectory(options.cwd, io));
  refuseUnknown(names, project);
  const prepared = await prepareChanges(project, catalog, names, options);
  await showChanges(prepared, options, io);
  const partial = options.partial === true;
  const code = getExitCode({ kind: "plan", plan: prepared.plan, names, partial });
  if (options.dryRun === true) return code;
  if (code !== 0) {
    const kept = findKept(prepared.plan, names, partial);
    io.stdout.write(
      `\nNothing was written, because of what stays: ${kept.join(", ")}. Leave it out, or add --partial.\n`,
    );
    return code;
  }
  if (prepared.changes.length === 0) {
    if (prepared.plan.packages.length > 0) io.stdout.write("\nNothing was written: nothing else can go as it is.\n");
    return code;
  }
  if (options.yes !== true) {
    if (!io.isTTY) {
      io.stderr.write("shrinkdeps: nothing was written, as there is no terminal to ask on (add --yes, or --dry-run)\n");
      return getExitCode({ kind: "unconfirmed" });
    }
    if (!(await confirm("\nMake these changes?", io))) {
      io.stdout.write("Nothing was written.\n");
      return 0;
    }
  }
  return await writeChanges(project, prepared, options, io);
}

async function prepareChanges(
  project: Project,
  catalog: Catalog,
  names: readonly string[],
  options: ApplyOptions,
): Promise<Prepared> {
  const { plan } = await import("../../rewrite/make-plan.ts");
  const { prepare } = await import("../../apply/apply.ts");
  const planOptions: PlanOptions = {
    partial: options.partial === true,
    allowDeviations: options.allowDeviations === true,
    ...(options.target === undefined ? {} : { target: options.target }),
    ...(names.length === 0 ? {} : { packages: names }),
    ...(options.unused === true ? { unused: await findUnused(project, catalog) } : {}),
  };
  const replan = (without: readonly string[]) => plan(project, catalog, { ...planOptions, without });
  return await prepare(project, await plan(project, catalog, planOptions), { replan });
}

async function findUnused(project: Project, catalog: Catalog): Promise<string[]> {
  const { analyze } = await import("../../analyze/analyze.ts");
  const unused = analyze(project, catalog).dependencies.filter(({ verdict }) => verdict === "unused");
  return [...new Set(unused.map(({ name }) => name))];
}

async function showChanges({ plan, changes, receipt }: Prepared, options: ApplyOptions, io: Io): Promise<void> {
  const { reportPlan } = await import("../../report/plan/summary.ts");
  const { renderDiff } = await import("../../report/diff/diff.ts");
  const text = getTextOptions(io);
  const diff = options.dryRun === true ? renderDiff(changes, { color: text.color, brief: io.isOutputTTY }) : "";
  io.stdout.write(`${diff}${diff === "" ? "" : "\n"}${reportPlan(plan, text, receipt.putBack)}`);
}

async function writeChanges(project: Project, prepared: Prepared, options: ApplyOptions, io: Io): Promise<ExitCode> {
  const { write } = await import("../../apply/apply.ts");
  const { reportReceipt } = await import("../../report/apply/receipt.ts");
  const receipt = write(project, prepared, { install: options.install === true });
  io.stdout.write(`\n${reportReceipt(receipt, getTextOptions(io))}`);
  return getExitCode({ kind: "installation", installation: receipt.installation });
}

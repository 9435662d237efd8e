import { budgetFormats, reportBudget, type BudgetFormat } from "../report/budget/report.ts";
import { getExitCode, type ExitCode } from "../report/exit.ts";
import { findDirectory, findInside, type DirectoryOptions } from "./directory.ts";
import { readBase } from "./base.ts";
import { getTextOptions, type Io } from "./io.ts";
import { findPrefix } from "./prefix.ts";

/** What a check of the budget is asked for. */
export interface CheckOptions extends DirectoryOptions {
  readonly format: BudgetFormat;
  readonly base?: string;
  readonly output?: string;
}

const names: ReadonlySet<string> = new Set(["--format", "--base", "--output", "--cwd"]);

/**
 * The options of a plain check, `budget` with each option once and its value behind it. Undefined for any other line, a
 * right or a wrong one: it takes the whole parser, which takes as long to load as a check takes.
 */
export function readCheckLine([command, ...rest]: readonly string[]): CheckOptions | undefined {
  if (command !== "budget") return undefined;
  const values = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 2) {
    const [name = "", value = ""] = rest.slice(at, at + 2);
    if (!names.has(name) || values.has(name) || value === "" || value.startsWith("-")) return undefined;
    values.set(name, value);
  }
  const written = values.get("--format") ?? "terminal";
  const format = budgetFormats.find((known) => known === written);
  const [base, output, cwd] = ["--base", "--output", "--cwd"].map((name) => values.get(name));
  if (format === undefined) return undefined;
  return {
    format,
    ...(base !== undefined && { base }),
    ...(output !== undefined && { output }),
    ...(cwd !== undefined && { cwd }),
  };
}

export async function runCheck(options: CheckOptions, io: Io): Promise<ExitCode> {
  const { base: ref, format, output } = options;
  const { loadTree } = await import("../project/tree.ts");
  const { checkBudget } = await import("../budget/check.ts");
  const project = await loadTree(findDirectory(options.cwd, io));
  const result = checkBudget(project, ref === undefined ? {} : { base: await readBase(project.root, ref) });
  const prefix = pathsOfRepository.includes(format) ? await findPrefix(project.root) : "";
  const text = await reportBudget(result, format, { ...getTextOptions(io), prefix });
  if (output === undefined) {
    io.stdout.write(text);
  } else {
    const { writeReport } = await import("../apply/settings.ts");
    writeReport(project.root, findInside(options, output, io), text);
    io.stdout.write(await reportBudget(result, "terminal", getTextOptions(io)));
  }
  return getExitCode({ kind: "budget", result });
}

/** The services that read these know files by their path in the repository, not in the project. */
const pathsOfRepository: readonly BudgetFormat[] = ["github", "gitlab", "sarif"];

import { Command, CommanderError, Option } from "commander";
import type { ExitCode } from "../report/exit.ts";
import { printable } from "../report/text/cells.ts";
import type { AddCommand } from "./command.ts";
import { getTextOptions, type Io } from "./io.ts";
import { readVersion } from "./version.ts";
import { watch, type Watch } from "./watch.ts";

/** Each is loaded when it is the one that runs, and all of them to tell what there is. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  analyze: async () => (await import("./commands/analyze.ts")).addAnalyze,
  apply: async () => (await import("./commands/apply.ts")).addApply,
  audit: async () => (await import("./commands/audit.ts")).addAudit,
  budget: async () => (await import("./commands/budget.ts")).addBudget,
  fleet: async () => (await import("./commands/fleet.ts")).addFleet,
  explain: async () => (await import("./commands/explain.ts")).addExplain,
  init: async () => (await import("./commands/init.ts")).addInit,
  undo: async () => (await import("./commands/undo.ts")).addUndo,
};

/** The commands that read a project, which takes its time. */
const timed: ReadonlySet<string> = new Set(["analyze", "apply", "audit", "budget", "explain"]);

/** Parses a command line and runs its command. Throws what stops the command; a mistake in the line is told, and 2. */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  const watching = watch(io);
  try {
    return await parse(argv, watching);
  } finally {
    watching.stop();
  }
}

async function parse(argv: readonly string[], watching: Watch): Promise<ExitCode> {
  const { io } = watching;
  let result: ExitCode = 0;
  const program = createProgram(io);
  for (const add of await loadCommands(argv[0] ?? "")) {
    add(program, io, async (code) => {
      result = await code;
    });
  }
  for (const command of program.commands) if (timed.has(command.name())) command.addOption(timingOption());
  program.hook("postAction", async (_, command) => {
    if (command.opts<{ timing?: true }>().timing === true) await showTiming(watching);
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return result;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
}

function timingOption(): Option {
  return new Option("--timing", "tell on stderr which step took how long");
}

async function showTiming({ io, timing }: Watch): Promise<void> {
  const taken = timing();
  const { reportTiming } = await import("../report/steps/timing.ts");
  io.stderr.write(reportTiming(taken, getTextOptions(io)));
}

async function loadCommands(name: string): Promise<AddCommand[]> {
  const only = Object.hasOwn(commands, name) ? commands[name] : undefined;
  return await Promise.all((only === undefined ? Object.values(commands) : [only]).map((load) => load()));
}

function createProgram(io: Io): Command {
  const { color, columns } = getTextOptions(io);
  return new Command("shrinkdeps")
    .description("Finds the dependencies a project can do without, and removes them.")
    .version(readVersion(), "-v, --version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
      getOutHasColors: () => color,
      getErrHasColors: () => color,
      outputError: (text, write) => write(`shrinkdeps: ${toOneLine(text.replace(/^error: /, ""))} (see --help)\n`),
    });
}

function toOneLine(text: string): string {
  return printable(text.trim().replaceAll("\n", " "));
}

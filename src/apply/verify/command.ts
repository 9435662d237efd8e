/** Runs the one command that a user gave for it, and passes on what it prints. */
import { spawn, type ChildProcess } from "node:child_process";
import { constants } from "node:os";
import type { Interrupt } from "./interrupt.ts";

export type Stream = "stdout" | "stderr";

export interface CommandOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly interrupt: Interrupt;
  /** What the command prints, as it comes. */
  readonly onOutput: (stream: Stream, text: string) => void;
}

export type CommandRun = { readonly passed: true } | { readonly passed: false; readonly reason: string };

/** What a background process that keeps the pipes open may still print, once the command itself has ended. */
const lastWordsMilliseconds = 500;

/**
 * Runs `command` in `cwd` and waits for its end. Plain words ("npm test") are started as they are; a line that needs a
 * shell (quotes, `&&`, variables, a shell's own word) goes to the one npm gives a script: sh, or cmd on Windows. Its
 * input is empty, its environment is ours.
 */
export async function runCommand(command: string, options: CommandOptions): Promise<CommandRun> {
  const words = plainWords(command);
  const run = words === undefined ? undefined : await start(words, options);
  return run ?? (await start(command, options)) ?? { passed: false, reason: "there is no shell to run it" };
}

/** The words of a line that means the same to any shell and to none; undefined for another. */
export function plainWords(command: string): readonly string[] | undefined {
  // npm and its kind are batch files on Windows, which only cmd starts.
  if (process.platform === "win32") return undefined;
  const words = command.trim().split(/[ \t]+/);
  const isPlain = words.every((word) => /^[\w@%+:,./=-]+$/.test(word)) && !words[0]?.includes("=");
  return isPlain ? words : undefined;
}

/** Undefined when there is no such program. */
async function start(what: string | readonly string[], options: CommandOptions): Promise<CommandRun | undefined> {
  const { cwd, interrupt, onOutput } = options;
  const [program = "", ...args] = typeof what === "string" ? [what] : what;
  // A group of its own, so that an interrupt reaches everything the command has started.
  const detached = process.platform !== "win32";
  const child = spawn(program, args, {
    cwd,
    detached,
    shell: typeof what === "string",
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => onOutput(stream, text));
  }
  const release = interrupt.onSignal((signal) => kill(child, signal));
  try {
    return await endOf(child);
  } finally {
    release();
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

function endOf(child: ChildProcess): Promise<CommandRun | undefined> {
  return new Promise((resolve) => {
    child.once("error", (error: NodeJS.ErrnoException) => {
      resolve(error.code === "ENOENT" ? undefined : { passed: false, reason: error.message });
    });
    child.once("exit", (code, signal) => {
      const run = describeEnd(code, signal);
      const wait = setTimeout(() => resolve(run), lastWordsMilliseconds);
      child.once("close", () => {
        clearTimeout(wait);
        resolve(run);
      });
    });
  });
}

function describeEnd(code: number | null, signal: NodeJS.Signals | null): CommandRun {
  if (code === 0) return { passed: true };
  if (code === null) return { passed: false, reason: `killed by ${signal ?? "a signal"}` };
  const note = code === 127 ? ", as for a command that is not found" : signalNote(code);
  return { passed: false, reason: `exit code ${code}${note}` };
}

/** A shell says 128 + n for a command that signal n ended. */
function signalNote(code: number): string {
  const name = Object.entries(constants.signals).find(([, number]) => number === code - 128)?.[0];
  return name === undefined ? "" : `, as for one killed by ${name}`;
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

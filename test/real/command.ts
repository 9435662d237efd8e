/** Running npm, tar and the tool's own command as child processes. */
import { spawn } from "node:child_process";
import { join, resolve } from "node:path";

export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Root of this repository. */
export const repository = resolve(import.meta.dirname, "../../..");
/** Where the pinned lockfiles are. */
export const locks = join(repository, "test/real/locks");

const longest = 300_000;

export function runCommand(command: string, args: readonly string[], cwd: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"], timeout: longest });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk));
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === null) reject(new Error(`${command} ${args.join(" ")} ended by ${signal}\n${stdout}\n${stderr}`));
      else resolve({ code, stdout, stderr });
    });
  });
}

/** Runs a command that must end with 0, and gives what it printed. */
export async function mustRun(command: string, args: readonly string[], cwd: string): Promise<string> {
  const { code, stdout, stderr } = await runCommand(command, args, cwd);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} in ${cwd} ended with ${code}\n${stdout}\n${stderr}`);
  return stdout;
}

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"];
/** A lockfile without registry hosts: npm finds the tarballs by name, version and integrity. */
const hostless = "--omit-lockfile-registry-resolved";

export function npm(cwd: string, ...args: readonly string[]): Promise<string> {
  return mustRun("npm", [...args, ...quiet, hostless], cwd);
}

/** Runs the tool's command in a directory. */
export function shrinkdeps(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  return runCommand(process.execPath, [join(repository, "bin/shrinkdeps.js"), ...args], cwd);
}

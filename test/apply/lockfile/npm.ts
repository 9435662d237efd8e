/** The real npm, run in a directory: what lockfiles are compared with. */
import { execFileSync } from "node:child_process";

const cli = process.env["npm_execpath"];
const [program, ...first] = cli?.endsWith(".js") === true ? [process.execPath, cli] : ["npm"];
const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefer-offline"];

/** Runs npm without any package's scripts; throws with its output when it fails. */
export function npm(directory: string, ...args: readonly string[]): string {
  const env = { ...process.env, npm_config_update_notifier: "false", npm_config_workspaces_update: "false" };
  return execFileSync(program ?? "npm", [...first, ...args, ...quiet], {
    cwd: directory,
    env,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
}

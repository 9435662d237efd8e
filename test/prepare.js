/** Makes a fresh clone ready: installs what the manifests ask for and builds. Plain JavaScript, as nothing is built yet. */
import { spawnSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs the packages of a folder by its lockfile, unless that was done since the lockfile last changed. */
export function install(folder) {
  const lockfile = join(root, folder, "package-lock.json");
  const installed = join(root, folder, "node_modules", ".package-lock.json");
  if (!existsSync(lockfile)) return;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return;
  console.log(`Installing the packages of ${folder === "" ? "the project" : folder}`);
  const flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  // npm ci refuses a lockfile without the optional packages of other platforms, which not every registry has.
  const command = folder === "test/lint" ? ["install", "--no-save"] : ["ci"];
  const status = runNpm([...command, ...flags], join(root, folder));
  if (status !== 0) fail(`npm ${command[0]} failed in ${folder === "" ? "the project" : folder}`);
}

/** Builds into an empty dist/, so that nothing which is gone from the sources is run. */
export function build() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  for (const project of ["tsconfig.json", "src/report/page/browser"])
    if (runNode([compiler, "-p", project]) !== 0) fail("the build failed");
}

/** Runs npm by the file it was started from, which needs no shell; the exit code. */
export function runNpm(args, cwd) {
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
  return spawnSync(command, [...first, ...args], { cwd, stdio: ["ignore", "inherit", "inherit"] }).status ?? 1;
}

export function runNode(args, options = {}) {
  return (
    spawnSync(process.execPath, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"], ...options }).status ?? 1
  );
}

export function fail(message) {
  console.error(message);
  process.exit(1);
}

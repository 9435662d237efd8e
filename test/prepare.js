/** Makes a fresh clone ready: installs what the manifests ask for and builds. Plain JavaScript, as nothing is built yet. */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Installs the packages of a folder by its lockfile, unless that was done since the lockfile last changed. */
export function install(folder) {
  const args = installing(folder);
  if (args !== undefined && runNpm(args, join(root, folder)) !== 0) failInstalling(folder);
}

/** As `install`, while the caller does something else, until it waits for the promise. */
export async function installMeanwhile(folder) {
  const args = installing(folder);
  if (args === undefined) return;
  const [command, first] = npm();
  const child = spawn(command, [...first, ...args], {
    cwd: join(root, folder),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const status = await new Promise((resolve) => child.once("error", () => resolve(1)).once("exit", resolve));
  if (status !== 0) failInstalling(folder);
}

/** What npm is asked, where there is something to install. */
function installing(folder) {
  const lockfile = join(root, folder, "package-lock.json");
  const installed = join(root, folder, "node_modules", ".package-lock.json");
  if (!existsSync(lockfile)) return undefined;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lockfile).mtimeMs) return undefined;
  console.log(`Installing the packages of ${nameOf(folder)}`);
  // npm ci refuses a lockfile without the optional packages of other platforms, which not every registry has.
  const command = folder === "test/lint" ? ["install", "--no-save"] : ["ci"];
  return [...command, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
}

function failInstalling(folder) {
  fail(`npm could not install the packages of ${nameOf(folder)}`);
}

function nameOf(folder) {
  return folder === "" ? "the project" : folder;
}

/** Builds into an empty dist/, so that nothing which is gone from the sources is run. */
export function build() {
  rmSync(join(root, "dist"), { recursive: true, force: true });
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  for (const project of ["tsconfig.json", "src/report/page/browser"])
    if (runNode([compiler, "-p", project]) !== 0) fail("the build failed");
}

/** Runs npm; the exit code. */
export function runNpm(args, cwd) {
  const [command, first] = npm();
  return spawnSync(command, [...first, ...args], { cwd, stdio: ["ignore", "inherit", "inherit"] }).status ?? 1;
}

/** npm by the file it was started from, which needs no shell. */
function npm() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? [process.execPath, [cli]] : ["npm", []];
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

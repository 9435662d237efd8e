/** The real pnpms, run in a directory without any package's scripts. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export type Files = Readonly<Record<string, string | object>>;
export type Pnpm = "7" | "8" | "9" | "10";

const here = fileURLToPath(new URL("../../../../test/managers/pnpm/", import.meta.url));

/** A project of these files; objects are written as JSON. */
export function makeProject(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-managers-")));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
  return root;
}

/** Where pnpms keep what they download for the tests of one file. */
export const cache = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-pnpm-cache-")));

/** The registry that npm is set to. */
export function registryOfNpm(): string {
  const npm = process.env["npm_execpath"];
  const [program, first] = npm?.endsWith(".js") === true ? [process.execPath, [npm]] : ["npm", []];
  return execFileSync(program, [...first, "config", "get", "registry"], { encoding: "utf8" }).trim();
}

const registry = registryOfNpm();

/** Runs a pnpm; throws with its output when it fails. */
export function pnpm(version: Pnpm, directory: string, ...args: readonly string[]): string {
  const env = {
    ...process.env,
    CI: "1",
    npm_config_registry: registry,
    npm_config_store_dir: join(cache, "store"),
    npm_config_cache_dir: join(cache, "cache"),
    npm_config_manage_package_manager_versions: "false",
  };
  const program = join(here, `node_modules/pnpm${version}/bin/pnpm.cjs`);
  const run = spawnSync(process.execPath, [program, ...args], { cwd: directory, env, encoding: "utf8" });
  if (run.status === 0) return run.stdout;
  throw new Error(`pnpm ${version} ${args.join(" ")} ended with ${run.status}\n${run.stdout}${run.stderr}`);
}

const quiet = ["--ignore-scripts", "--reporter=silent"];

/** Writes the lockfile from the manifests, keeping what is locked; `offline` from what was fetched before. */
export function lock(version: Pnpm, directory: string, isOffline: boolean): void {
  const how = isOffline ? ["--offline"] : [];
  pnpm(version, directory, "install", "--lockfile-only", "--no-frozen-lockfile", ...how, ...quiet);
}

/** Passes when the lockfile is in step, and changes nothing in it. */
export function checkFrozen(version: Pnpm, directory: string): void {
  pnpm(version, directory, "install", "--lockfile-only", "--frozen-lockfile", "--offline", ...quiet);
}

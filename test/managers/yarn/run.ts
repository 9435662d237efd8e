/** The real yarns, run in a directory without any package's scripts. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Files } from "./scenes.ts";

const here = fileURLToPath(new URL("../../../../test/managers/yarn/", import.meta.url));

export type Yarn = "1" | "3" | "4";

const programs: Readonly<Record<Yarn, string>> = {
  "1": "node_modules/yarn/bin/yarn.js",
  "3": "node_modules/yarn3/bin/yarn.js",
  "4": "node_modules/@yarnpkg/cli-dist/bin/yarn.js",
};

/** The directory of a package that was published with a yarn.lock. */
export function published(name: string): string {
  return join(here, "node_modules", name);
}

/** A project of these files; objects are written as JSON. */
export function makeProject(files: Files): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-yarn-")));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
  // Yarn 2 and later take a directory without one for a part of a project above it.
  writeFileSync(join(root, "yarn.lock"), "");
  return root;
}

/** Where yarns keep what they download for the tests of one file. */
export const cache = realpathSync(mkdtempSync(join(tmpdir(), "shrinkdeps-yarn-cache-")));

const npm = process.env["npm_execpath"];
const [npmProgram, ...npmFirst] = npm?.endsWith(".js") === true ? [process.execPath, npm] : ["npm"];
const registry = execFileSync(npmProgram ?? "npm", [...npmFirst, "config", "get", "registry"], {
  encoding: "utf8",
}).trim();

/** Runs a yarn with the registry npm is set to; throws with its output when it fails. */
export function yarn(version: Yarn, directory: string, ...args: readonly string[]): string {
  const env = {
    ...process.env,
    CI: "",
    YARN_CACHE_FOLDER: join(cache, version),
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_ENABLE_TELEMETRY: "false",
    YARN_GLOBAL_FOLDER: join(cache, `global-${version}`),
    YARN_IGNORE_PATH: "1",
    ...(version === "4" && { YARN_NPM_MINIMAL_AGE_GATE: "0" }),
    YARN_NPM_REGISTRY_SERVER: registry,
    npm_config_registry: registry,
  };
  const program = join(here, programs[version]);
  const run = spawnSync(process.execPath, [program, ...args], { cwd: directory, env, encoding: "utf8" });
  if (run.status === 0) return run.stdout;
  throw new Error(`yarn ${version} ${args.join(" ")} ended with ${run.status}\n${run.stdout}${run.stderr}`);
}

/** Resolves, fetches and links; yarn 1 keeps to what is in its cache once `offline`. */
export function install(version: Yarn, directory: string, mode: "frozen" | "offline" | "first"): void {
  if (version === "1") {
    const how = { frozen: ["--frozen-lockfile", "--offline"], offline: ["--force", "--offline"], first: [] }[mode];
    yarn(version, directory, "install", "--ignore-scripts", "--non-interactive", "--no-progress", ...how);
  } else {
    yarn(version, directory, "install", "--mode=skip-build", ...(mode === "frozen" ? ["--immutable"] : []));
  }
}

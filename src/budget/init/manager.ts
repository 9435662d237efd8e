/** What each package manager is called with where nothing may be changed and no package's code may run. */
import { ShrinkdepsError } from "../../errors.ts";
import type { Manager } from "../../project/graph.ts";
import type { ProjectTree } from "../../project/tree.ts";

export interface ManagerCommands {
  readonly manager: Exclude<Manager, "deno">;
  /** Installs what the lockfile says, or fails; install scripts are off. */
  readonly install: string;
  /** Runs the installed shrinkdeps; never fetches one. */
  readonly run: string;
  /** Adds shrinkdeps at one exact version. */
  readonly add: (version: string) => string;
  /** Brings the manager itself, where a runner has none. */
  readonly corepack: boolean;
  /** Major version of pnpm for a project that names none. */
  readonly pnpm?: string;
}

const bin = "node_modules/.bin/shrinkdeps";

/** The commands for the project's lockfile, "yarn.lock". Throws a ShrinkdepsError for a manager without a frozen install. */
export function commandsOf(project: ProjectTree, manager: Manager, lockfile: string): ManagerCommands {
  const named = typeof project.manifests[0]?.json.packageManager === "string";
  switch (manager) {
    case "npm":
      return {
        manager,
        install: "npm ci --ignore-scripts",
        run: bin,
        add: (version) => `npm install --save-dev --save-exact --ignore-scripts shrinkdeps@${version}`,
        corepack: false,
      };
    case "pnpm":
      return {
        manager,
        install: "pnpm install --frozen-lockfile --ignore-scripts",
        run: bin,
        add: (version) => `pnpm add --save-dev --save-exact --ignore-scripts --workspace-root shrinkdeps@${version}`,
        corepack: true,
        ...(!named && { pnpm: pnpmOf(project, lockfile) }),
      };
    case "yarn":
      return yarnCommands(project, lockfile);
    case "bun":
      return {
        manager,
        install: "bun install --frozen-lockfile --ignore-scripts",
        run: bin,
        add: (version) => `bun add --dev --exact --ignore-scripts shrinkdeps@${version}`,
        corepack: false,
      };
    case "deno":
      throw new ShrinkdepsError("usage", "init knows npm, pnpm, yarn and bun, not deno", { path: lockfile });
  }
}

function yarnCommands({ disk }: ProjectTree, lockfile: string): ManagerCommands {
  const file = disk.read(lockfile);
  const isBerry = "text" in file && /^__metadata:/m.test(file.text);
  const settings = disk.read(".yarnrc.yml");
  // A yarn that is committed is found by any other; without one, Node's corepack brings the one the manifest names.
  const isCommitted = "text" in settings && /^yarnPath:/m.test(settings.text);
  return isBerry
    ? {
        manager: "yarn",
        install: "yarn install --immutable --mode=skip-build",
        run: "yarn run shrinkdeps",
        add: (version) => `yarn add --dev --exact shrinkdeps@${version}`,
        corepack: !isCommitted,
      }
    : {
        manager: "yarn",
        install: "yarn install --frozen-lockfile --ignore-scripts",
        run: bin,
        add: (version) => `yarn add --dev --exact --ignore-scripts shrinkdeps@${version}`,
        corepack: false,
      };
}

/** The last major version that writes the lockfile's version. */
function pnpmOf({ disk }: ProjectTree, lockfile: string): string {
  const file = disk.read(lockfile);
  const version = "text" in file ? /^lockfileVersion: ['"]?(\d+)/m.exec(file.text)?.[1] : undefined;
  return { "5": "7", "6": "8" }[version ?? ""] ?? "10";
}

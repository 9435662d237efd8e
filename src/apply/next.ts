/** What is left for a person, or for `--install`, once the files are written: bringing node_modules in step. */
import { spawnSync } from "node:child_process";
import type { Project } from "../project/project.ts";
import { lockfilesLeft, lockfilesOf } from "./lockfile/editors.ts";
import type { Installation } from "./receipt.ts";

export interface Next {
  readonly commands: readonly string[];
  readonly notProved: readonly string[];
}

/** What to run after dependencies went, and which lockfiles are out of step until then. */
export function nextSteps(project: Project): Next {
  const left = lockfilesLeft(project);
  const outOfStep = project.problems.filter((problem) => problem.kind === "lockfile-out-of-step");
  const there = lockfilesOf(project).map(({ format }) => format.repair);
  return {
    commands:
      there.length === 0
        ? ["npm install"]
        : [...new Set(left.length === 0 ? there : left.map(({ format }) => format.repair))],
    notProved: [
      ...left.map(
        ({ format: { repair }, path }) => `${path} still lists what went: run \`${repair}\` to bring it in step`,
      ),
      ...outOfStep.map(({ path }) => {
        const repair = lockfilesOf(project).find((found) => found.path === path)?.format.repair ?? "npm install";
        return `${path} did not match the manifests before, and still does not: run \`${repair}\``;
      }),
    ],
  };
}

/** How each manager installs without the scripts of any package; by the name of the format of its lockfile. */
const installations: Readonly<Record<string, readonly string[]>> = {
  npm: ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
  pnpm: ["pnpm", "install", "--ignore-scripts"],
  bun: ["bun", "install", "--ignore-scripts"],
};

/** Runs the project's package manager, without a shell and without the scripts of any package. */
export function install(project: Project): Installation {
  const [found, ...others] = [...new Set(lockfilesOf(project).map(({ format }) => format.name))];
  const line = installations[found ?? "npm"];
  if (line === undefined || others.length > 0) {
    const command = nextSteps(project).commands.join(", ");
    return { kind: "failed", command, reason: "only npm, pnpm and bun are run by --install" };
  }
  const [program = "npm", ...args] = line;
  const command = `${program} install --ignore-scripts`;
  const own = process.env["npm_execpath"];
  const isNpm = program === "npm" && own !== undefined && /npm-cli\.c?js$/.test(own);
  const run = spawnSync(isNpm ? process.execPath : program, isNpm ? [own, ...args] : args, {
    cwd: project.root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (run.error !== undefined) return { kind: "failed", command, reason: run.error.message };
  if (run.status !== 0)
    return { kind: "failed", command, reason: (run.stderr || run.stdout).trim().split("\n")[0] ?? "" };
  return { kind: "updated", command };
}

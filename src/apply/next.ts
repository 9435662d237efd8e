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

/** Runs npm itself, without a shell and without the scripts of any package. */
export function install(root: string): Installation {
  const command = "npm install --ignore-scripts";
  const own = process.env["npm_execpath"];
  const isNpm = own !== undefined && /npm-cli\.c?js$/.test(own);
  const [program, ...first] = isNpm ? [process.execPath, own] : ["npm"];
  const args = [...first, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const run = spawnSync(program ?? "npm", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  if (run.error !== undefined) return { kind: "failed", command, reason: run.error.message };
  if (run.status !== 0) return { kind: "failed", command, reason: run.stderr.trim().split("\n")[0] ?? "" };
  return { kind: "updated", command };
}

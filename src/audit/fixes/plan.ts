/** What `apply --audit-fixes` would change: decided from the project as read, and nothing is written. */
import type { Project } from "../../project/project.ts";
import { enter } from "../../steps.ts";
import { readCommandLines } from "../command-lines.ts";
import { exactVersions } from "./exact-versions.ts";
import type { FixPlan } from "./fix.ts";
import { frozenInstalls } from "./frozen-installs.ts";
import { localTools } from "./local-tools.ts";
import { readNpmLockfile } from "./npm-lockfile.ts";

/** Only what follows from the files alone is a fix; everything else that looks like one is left, with the reason. */
export function planFixes(project: Project): FixPlan {
  enter("audit");
  const lockfile = readNpmLockfile(project);
  const commands = readCommandLines(project);
  const decisions = [
    ...frozenInstalls(project, lockfile, commands),
    ...localTools(project, lockfile, commands),
    ...exactVersions(project, lockfile),
  ];
  return {
    fixes: decisions.flatMap((one) => ("fix" in one ? [one.fix] : [])),
    left: decisions.flatMap((one) => ("left" in one ? [one.left] : [])),
  };
}

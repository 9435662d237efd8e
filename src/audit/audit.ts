/** What the files of a project say about the risk in its supply chain, and what they cannot say. */
import type { Project } from "../project/project.ts";
import type { BaseTree } from "../project/tree.ts";
import { eachOf } from "../steps.ts";
import { gains } from "./checks/gains.ts";
import { checks } from "./checks/index.ts";
import { contextOf } from "./context.ts";
import type { AuditResult } from "./finding.ts";
import { onlyNew } from "./since.ts";

export interface AuditOptions {
  /** Parses the installed code for what it can do, which takes a while. */
  readonly capabilities?: boolean;
  /** Tells only what came since, and what the code of packages that are new, or in another version, newly gains. */
  readonly base?: BaseTree;
}

/** Runs every check over a project as read. Runs none of its code, writes nothing, asks no network. */
export function audit(project: Project, options: AuditOptions = {}): AuditResult {
  const context = contextOf(project, options.capabilities === true, options.base);
  const { base } = context;
  const name = project.manifests[0]?.name ?? project.root.replace(/^.*[/\\]/, "");
  if (base === undefined) {
    return { schema: 1, name, checks: Array.from(eachOf("audit", checks), (check) => check.run(context)) };
  }
  // What the change brings is looked at by the code it gains, and all else there is was there before.
  const asked = [...checks.filter(({ name: check }) => check !== "capabilities"), gains];
  const now = Array.from(eachOf("audit", asked), (check) => check.run(context));
  const before = asked.map((check) => check.run(base.context));
  const { checks: found, left } = onlyNew(now, before);
  return { schema: 1, name, since: { ref: base.ref, commit: base.commit, before: left }, checks: found };
}

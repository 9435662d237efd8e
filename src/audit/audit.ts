/** What the files of a project say about the risk in its supply chain, and what they cannot say. */
import type { Project } from "../project/project.ts";
import { eachOf } from "../steps.ts";
import type { AuditContext } from "./check.ts";
import { checks } from "./checks/index.ts";
import { readCommandLines } from "./command-lines.ts";
import type { AuditResult } from "./finding.ts";
import { readManagerSettings } from "./settings.ts";

export interface AuditOptions {
  /** Parses the installed code for what it can do, which takes a while. */
  readonly capabilities?: boolean;
}

/** Runs every check over a project as read. Runs none of its code, writes nothing, asks no network. */
export function audit(project: Project, options: AuditOptions = {}): AuditResult {
  const context: AuditContext = {
    project,
    graph: project.graph.known ? project.graph.graph : undefined,
    commands: readCommandLines(project),
    settings: readManagerSettings(project.disk),
    capabilities: options.capabilities === true,
  };
  const name = project.manifests[0]?.name ?? project.root.replace(/^.*[/\\]/, "");
  return { schema: 1, name, checks: Array.from(eachOf("audit", checks), (check) => check.run(context)) };
}

/** One check: a question about the project, answered from its files alone. */
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import type { Project } from "../project/project.ts";
import type { ProjectTree } from "../project/tree.ts";
import type { ReadCode } from "./code.ts";
import type { CommandLine } from "./command-lines.ts";
import type { CheckName, CheckResult, Finding } from "./finding.ts";
import type { Setting } from "./settings.ts";

/** What is audited: a project, or the parts of one that a commit tells. */
export type AuditedProject = ProjectTree & Pick<Project, "texts">;

/** What every check may look at; each part is read once, when it is first asked for. */
export interface AuditContext {
  readonly project: AuditedProject;
  /** The tree of packages; undefined when it is unknown. */
  readonly graph: PackageGraph | undefined;
  /** Every command line that scripts, workflows, Dockerfiles, hooks and shell scripts hold. */
  readonly commands: readonly CommandLine[];
  /** The settings of the package managers, those of the root alone. */
  readonly settings: readonly Setting[];
  /** True when the installed code is to be parsed for what it can do. */
  readonly capabilities: boolean;
  readonly readCode: ReadCode;
  /** The entry of a package in the lockfile. */
  readonly placeOf: (node: PackageNode) => Pick<Finding, "path" | "line">;
  /** Whether git ignores a path. */
  readonly isIgnored: (path: string) => boolean;
  /** The commit that what is here is compared with; undefined without one. */
  readonly base: { readonly ref: string; readonly commit: string; readonly context: AuditContext } | undefined;
}

/** What a check answers; its name is added. */
export interface Answer {
  readonly findings: readonly Omit<Finding, "check">[];
  readonly unknown?: readonly string[];
}

export interface Check {
  readonly name: CheckName;
  run(context: AuditContext): CheckResult;
}

/** Declares a check. `answer` reads nothing but its context. */
export function defineCheck(name: CheckName, answer: (context: AuditContext) => Answer): Check {
  return {
    name,
    run(context) {
      const { findings, unknown = [] } = answer(context);
      return { check: name, findings: findings.map((finding) => ({ check: name, ...finding })), unknown };
    },
  };
}

/** The answer of a check that needs the tree, where the tree is unknown. */
export function withoutTree({ project }: AuditContext): Answer {
  const reason = project.graph.known ? "" : project.graph.reason;
  return { findings: [], unknown: [`the tree of packages is unknown: ${reason}`] };
}

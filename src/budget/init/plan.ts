/** What `init` writes: limits and baseline where there are none, and the workflow that checks them. */
import { ShrinkdepsError } from "../../errors.ts";
import type { ProjectTree } from "../../project/tree.ts";
import { readBaseline } from "../baseline.ts";
import { readLimits } from "../limits.ts";
import { trustedGraph } from "../measure.ts";
import type { FileChange } from "../result.ts";
import { updateBudget } from "../update.ts";
import { commandsOf } from "./manager.ts";
import { githubWorkflow, gitlabJob, plainScript, type WorkflowFacts } from "./workflow.ts";

export type CiKind = "github" | "gitlab" | "script";

export interface InitOptions {
  readonly ci: CiKind;
  /** The version of shrinkdeps that runs. */
  readonly version: string;
  /** The branch that changes are merged into. */
  readonly branch: string;
  /** The project's directory in its repository, "" at the root. */
  readonly directory: string;
  /** Replaces a workflow that is there. */
  readonly force?: boolean;
}

export interface InitPlan {
  readonly files: readonly FileChange[];
  /** What is left for a person to do, a sentence each. */
  readonly notes: readonly string[];
}

/**
 * The files, as data. Throws a ShrinkdepsError where shrinkdeps is no dependency of the project yet, where another workflow
 * would be replaced, and what `updateBudget` throws.
 */
export function planInit(project: ProjectTree, options: InitOptions): InitPlan {
  const graph = trustedGraph(project);
  const commands = commandsOf(project, graph.manager, graph.source);
  const range = project.manifests[0]?.dependencies.find(({ name }) => name === "shrinkdeps")?.range;
  if (range === undefined) {
    throw new ShrinkdepsError(
      "usage",
      "shrinkdeps is no dependency of this project yet, so a workflow could not run it",
      {
        path: "package.json",
        hint: `first run ${commands.add(options.version)}`,
      },
    );
  }
  if (options.ci === "github" && options.directory !== "") {
    const message = `workflows belong in the root of the repository, and this project is in ${options.directory}`;
    throw new ShrinkdepsError("usage", message, { hint: "init --ci script writes a script to call from a workflow" });
  }
  if (options.ci === "gitlab" && commands.manager === "bun") {
    throw new ShrinkdepsError("usage", "no image of GitLab jobs is known that has both Node and bun", {
      hint: "init --ci script writes a script to call from a job of your own",
    });
  }
  const nodeVersionFile = [".nvmrc", ".node-version"].find((path) => project.disk.exists(path));
  const { path, text, notes } = workflowOf(project, options.ci, { commands, branch: options.branch, nodeVersionFile });
  const workflow = changeOf(project, path, text, options.force === true);
  const isExact = /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(range);
  const loose = `package.json asks for shrinkdeps ${range}: pin it to the version in ${graph.source}`;
  return {
    files: [...firstAgreement(project), ...(workflow === undefined ? [] : [workflow])],
    notes: [...(isExact ? [] : [loose]), ...notes],
  };
}

/** Limits that are there are not touched, nor is a baseline. */
function firstAgreement(project: ProjectTree): FileChange[] {
  const hasLimits = readLimits(project).scopes.some(({ values }) => values.size > 0);
  const hasBaseline = readBaseline(project.disk) !== undefined;
  const baselineOf = (path: string) => path === "shrinkdeps.baseline.json";
  return updateBudget(project).files.filter(({ path }) => (baselineOf(path) ? !hasBaseline : !hasLimits));
}

function workflowOf(
  { disk }: ProjectTree,
  ci: CiKind,
  facts: WorkflowFacts,
): { readonly path: string; readonly text: string; readonly notes: readonly string[] } {
  if (ci === "github") return { path: ".github/workflows/budget.yml", text: githubWorkflow(facts), notes: [] };
  if (ci === "script") {
    const path = "shrinkdeps-budget.sh";
    return {
      path,
      text: plainScript(facts),
      notes: [`Call it where changes are checked: sh ${path} origin/${facts.branch}`],
    };
  }
  const image = "The image of the job is named by a tag, which can move: name it by its digest";
  const text = gitlabJob(facts);
  const existing = disk.read(".gitlab-ci.yml");
  if (!("text" in existing) || existing.text === text) return { path: ".gitlab-ci.yml", text, notes: [image] };
  const path = ".gitlab/budget.yml";
  return { path, text, notes: [`Include it in .gitlab-ci.yml: include: [{ local: "${path}" }]`, image] };
}

function changeOf({ disk }: ProjectTree, path: string, after: string, force: boolean): FileChange | undefined {
  if (!disk.exists(path)) return { path, before: undefined, after };
  const file = disk.read(path);
  if ("text" in file && file.text === after) return undefined;
  if ("text" in file && force) return { path, before: file.text, after };
  throw new ShrinkdepsError("usage", "it is there already, and is not what init would write", {
    path,
    hint: "--force replaces it",
  });
}

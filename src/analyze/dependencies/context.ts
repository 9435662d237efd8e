import type { Dependency, Manifest, Project } from "../../project/project.ts";
import { readInstalledManifest } from "../installed/manifest.ts";
import type { PackageJudgement } from "../judgement.ts";
import type { JudgedUsage } from "../usage.ts";

/** What judging a dependency looks at. */
export interface Context {
  readonly project: Project;
  readonly judgements: ReadonlyMap<string, PackageJudgement>;
  readonly manifest: (dependency: Dependency) => Manifest;
  /** Workspaces that declare a package, by its name. */
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
}

export function makeContext(project: Project, judgements: ReadonlyMap<string, PackageJudgement>): Context {
  const manifests = new Map(project.manifests.map((manifest) => [manifest.directory, manifest]));
  const holders = new Map<string, Set<string>>();
  for (const manifest of project.manifests) {
    for (const { name } of manifest.dependencies) {
      holders.set(name, (holders.get(name) ?? new Set()).add(manifest.directory));
    }
  }
  return { project, judgements, holders, manifest: ({ workspace }) => manifests.get(workspace)! };
}

/**
 * The usages that need this entry: those in its own workspace, and those in workspaces that do not declare the package
 * themselves and so get it from here.
 */
export function usagesOf(context: Context, name: string, workspace: string): readonly JudgedUsage[] {
  const usages = context.judgements.get(name)?.usages ?? [];
  const holders = context.holders.get(name);
  return usages.filter((usage) => usage.workspace === workspace || holders?.has(usage.workspace) !== true);
}

/** The version in the tree, or the one that is installed; undefined when neither is known. */
export function versionOf({ project }: Context, { name, workspace }: Dependency): string | undefined {
  if (project.graph.known) {
    const { graph } = project.graph;
    const edges = graph.edges.get(graph.importers.get(workspace) ?? "") ?? [];
    const to = edges.find((edge) => edge.name === name && edge.to !== undefined)?.to;
    if (to !== undefined) return graph.nodes.get(to)?.version;
  }
  const version = readInstalledManifest(project.disk, name, workspace)?.json["version"];
  return typeof version === "string" ? version : undefined;
}

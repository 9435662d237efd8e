import type { Dependency, Manifest, Project, RuntimeFloor, SourceFile } from "../../project/project.ts";
import type { Catalog, Era } from "../../catalog/catalog.ts";
import type { PackageJudgement } from "../judge.ts";
import type { JudgedUsage } from "../usage.ts";
import { eraFor } from "../versions.ts";

/** What judging a dependency looks at. */
export interface Context {
  readonly project: Project;
  readonly judgements: ReadonlyMap<string, PackageJudgement>;
  readonly catalog: Catalog;
  /** A Node version that stands in for what every workspace promises. */
  readonly target: string | undefined;
  readonly manifest: (dependency: Dependency) => Manifest;
  /** Workspaces that declare a package, by its name. */
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
  /** The sources that may reach a command by its path in node_modules/.bin. */
  readonly reachingCommands: () => readonly SourceFile[];
}

/** Gathers what judging looks at. */
export function makeContext(
  project: Project,
  catalog: Catalog,
  judgements: ReadonlyMap<string, PackageJudgement>,
  target: string | undefined,
): Context {
  const manifests = new Map(project.manifests.map((manifest) => [manifest.directory, manifest]));
  const holders = new Map<string, Set<string>>();
  for (const manifest of project.manifests) {
    for (const { name } of manifest.dependencies) {
      holders.set(name, (holders.get(name) ?? new Set()).add(manifest.directory));
    }
  }
  let reaching: readonly SourceFile[] | undefined;
  return {
    project,
    catalog,
    judgements,
    target,
    holders,
    manifest: ({ workspace }) => manifests.get(workspace)!,
    reachingCommands: () => (reaching ??= project.sources.filter(({ path }) => holdsBin(project, path))),
  };
}

function holdsBin({ disk }: Project, path: string): boolean {
  const file = disk.read(path);
  return "text" in file && file.text.includes(".bin");
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

/** Why helpers have no place that usages of this entry need. */
export function unplacedFor(
  context: Context,
  { package: name, unplaced }: PackageJudgement,
  workspace: string,
): string[] {
  const holders = context.holders.get(name);
  const isNeeding = (user: string): boolean => user === workspace || holders?.has(user) !== true;
  return [...new Set([...unplaced].filter(([user]) => isNeeding(user)).map(([, reason]) => reason))];
}

/** The part of a recipe that speaks for the version a workspace has; undefined when there is none. */
export function eraOf({ project, catalog }: Context, { name, workspace }: Dependency): Era | undefined {
  const era = eraFor(project, catalog, name, workspace);
  return typeof era === "string" ? undefined : era;
}

/** The runtime floor a dependency is judged at. */
export function floorOf(context: Context, dependency: Dependency): RuntimeFloor {
  const { floor } = context.manifest(dependency);
  return context.target === undefined ? floor : { ...floor, node: context.target, source: "as asked for" };
}

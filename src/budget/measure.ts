/** Today's numbers of a project. */
import { ShrinkdepsError } from "../errors.ts";
import type { PackageGraph, PackageNode } from "../project/graph.ts";
import type { ProjectTree } from "../project/tree.ts";
import type { LimitName } from "./result.ts";

/** A number, or why it is not known. */
export type Amount = { readonly amount: number } | { readonly unknown: string };

/**
 * The graph the numbers are taken from. Throws a ShrinkdepsError when the tree is unknown, or when the lockfile or a
 * manifest is not what it should be: then no number can be trusted.
 */
export function trustedGraph(project: ProjectTree): PackageGraph {
  const problem = project.problems.find(({ kind, fatal }) => fatal || blocking.has(kind));
  if (problem !== undefined) {
    const kind = problem.kind.startsWith("lockfile") ? "lockfile" : "manifest";
    const place = { path: problem.path, ...(problem.line !== undefined && { line: problem.line }) };
    throw new ShrinkdepsError(kind, `the budget cannot be checked: ${problem.message}`, place);
  }
  if (!project.graph.known) {
    throw new ShrinkdepsError("lockfile", `the budget cannot be checked: ${project.graph.reason}`);
  }
  return project.graph.graph;
}

const blocking: ReadonlySet<string> = new Set([
  "manifest-malformed",
  ...["lockfile-unsupported", "lockfile-malformed", "lockfile-out-of-step", "lockfile-missing"],
]);

/** The packages of the tree, without the root and the workspaces. */
export function packagesOf(graph: PackageGraph): PackageNode[] {
  return [...graph.nodes.values()].filter(({ importer }) => !importer);
}

/** Today's number for one limit. Megabytes are counted on disk, which takes a while; everything else is in the graph. */
export function amountOf(limit: LimitName, project: ProjectTree, graph: PackageGraph): Amount {
  const packages = packagesOf(graph);
  switch (limit) {
    case "packages":
      return { amount: packages.length };
    case "production":
      return { amount: packages.filter(({ dev }) => !dev).length };
    case "direct":
      return { amount: directNames(project).size };
    case "installScripts":
      return installScripts(packages);
    case "megabytes":
      return megabytes(packages);
  }
}

/** Names of direct dependencies, each with the directories of the workspaces that declare it; workspaces left out. */
export function directNames(project: ProjectTree): ReadonlyMap<string, ReadonlySet<string>> {
  const own = new Set(project.manifests.map(({ name }) => name));
  const names = new Map<string, Set<string>>();
  for (const { name, workspace } of project.manifests.flatMap(({ dependencies }) => dependencies)) {
    if (!own.has(name)) names.set(name, (names.get(name) ?? new Set()).add(workspace));
  }
  return names;
}

function installScripts(packages: readonly PackageNode[]): Amount {
  const unknown = packages.find(({ installScript }) => installScript === "unknown");
  if (unknown === undefined) return { amount: packages.filter(({ installScript }) => installScript === true).length };
  const reason = `the lockfile does not say whether ${unknown.name} has an install script: run npm ci, or npm install --lockfile-version 3`;
  return { unknown: reason };
}

function megabytes(packages: readonly PackageNode[]): Amount {
  let bytes = 0;
  for (const node of packages) {
    // A package for another platform is absent on purpose.
    if (node.bytes === undefined && !node.optional) {
      return { unknown: `${node.name} ${node.version ?? ""} is not installed, so its size is unknown: run npm ci` };
    }
    bytes += node.bytes ?? 0;
  }
  return { amount: toMegabytes(bytes) };
}

/** Bytes as megabytes of 1,000,000, to two places. */
export function toMegabytes(bytes: number): number {
  return Math.round(bytes / 10_000) / 100;
}
